package dev.latentloom.engine.project;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunEvent;
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

    /**
     * Seconds that a run was at work in all its parts: neither its pauses count nor what lies
     * between one part and the next. 0 where the run was written before events had times.
     *
     * @param events the run's own, in their order
     */
    public static double worked(Path folder, List<RunEvent> events) throws WorkbenchException {
        List<Long> times = of(folder);
        long worked = 0;
        for (int i = 1; i < times.size(); i++) {
            boolean waited = events.get(i - 1) instanceof RunEvent.Paused(boolean waits) && waits;
            boolean begins = events.get(i) instanceof RunEvent.Started;
            worked += waited || begins ? 0 : times.get(i) - times.get(i - 1);
        }
        return worked * 1e-3;
    }
}
