package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When the events of a run were told. */
public final class RunTimes {
    /** Field of a line of {@code events.jsonl}. */
    static final String AT = "at";

    private RunTimes() {}

    /**
     * Milliseconds since 1970 of each event, in the order of {@link RunFolder#readEvents}; empty
     * where the run was written before events had times.
     */
    public static List<Long> of(Path folder) throws WorkbenchException {
        Path file = folder.resolve("events.jsonl");
        List<Long> times = new ArrayList<>();
        try {
            for (String line : LineFile.wholeLines(file)) {
                JsonNode at = RunJson.MAPPER.readTree(line).path(AT);
                if (!at.isIntegralNumber()) {
                    return List.of();
                }
                times.add(at.asLong());
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
        return times;
    }
}
