package dev.latentloom.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One agent's turn on one item, as a run told it.
 *
 * @param turn what was read and said, and what it took
 * @param lenses what each thought was near to; empty where the run did not tell that of this item
 */
public record RecordedTurn(RunEvent.ItemTurn turn, List<RunEvent.Lens> lenses) {
    private static final String TURN = "\"kind\":\"itemTurn\"";
    private static final String LENS = "\"kind\":\"lens\"";

    public RecordedTurn {
        lenses = List.copyOf(lenses);
    }

    /**
     * Every turn on an item, in the order in which they were taken; empty for a run that told none.
     * The file is read line by line, however long it is; a last line cut short does not count.
     *
     * @param run the run's folder
     * @param item id of the item
     */
    public static List<RecordedTurn> of(Path run, String item) throws WorkbenchException {
        Path file = run.resolve("events.jsonl");
        List<RecordedTurn> turns = new ArrayList<>();
        Map<String, List<RunEvent.Lens>> waiting = new HashMap<>(); // for the batch's first item
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            for (int at = 1; line != null; at++) {
                String next = lines.readLine();
                if (line.contains(TURN) || line.contains(LENS)) {
                    RunEvent event = event(file, at, line, next == null);
                    if (event instanceof RunEvent.Lens lens) {
                        String key = lens.round() + " " + lens.agent();
                        waiting.computeIfAbsent(key, any -> new ArrayList<>()).add(lens);
                    } else if (event instanceof RunEvent.ItemTurn turn) {
                        List<RunEvent.Lens> seen =
                                waiting.remove(turn.round() + " " + turn.agent());
                        if (turn.item().equals(item)) {
                            turns.add(new RecordedTurn(turn, seen == null ? List.of() : seen));
                        }
                    }
                }
                line = next;
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
        return turns;
    }

    private static RunEvent event(Path file, int at, String line, boolean last)
            throws WorkbenchException {
        try {
            return RunJson.event(line);
        } catch (JsonProcessingException e) {
            if (last) {
                return new RunEvent.Progress(0, 0); // cut short by a crash
            }
            throw new WorkbenchException(
                    e, "project.badEvent", file.toString(), at, e.getOriginalMessage());
        }
    }
}
