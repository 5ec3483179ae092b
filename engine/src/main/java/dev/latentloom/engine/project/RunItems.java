package dev.latentloom.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answered items of a kept run. */
public final class RunItems {
    private RunItems() {}

    /** Every item of {@code items.jsonl}, in the order in which they were answered. */
    public static List<RunEvent.ItemResult> of(Path run) throws WorkbenchException {
        Path file = run.resolve("items.jsonl");
        List<RunEvent.ItemResult> items = new ArrayList<>();
        try {
            for (String line : LineFile.wholeLines(file)) {
                if (RunJson.event(line) instanceof RunEvent.ItemResult item) {
                    items.add(item);
                }
            }
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(
                    e,
                    "project.badEvent",
                    file.toString(),
                    items.size() + 1,
                    e.getOriginalMessage());
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
        return items;
    }

    /**
     * Whether each judged item was answered rightly. Items are told apart by id, question and
     * expected answer, so that line 1 of one file is not taken for line 1 of another.
     */
    public static Map<String, Boolean> right(Path run) throws WorkbenchException {
        Map<String, Boolean> right = new HashMap<>();
        for (RunEvent.ItemResult item : of(run)) {
            Boolean correct = item.correct();
            if (correct != null) {
                right.put(item.id() + "\n" + item.expected() + "\n" + item.question(), correct);
            }
        }
        return right;
    }
}
