package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.Map;
import java.util.function.Supplier;

/** Takes what should stand in a run's folder beside its specification and its events. */
public interface RunNotes {
    /** Adds a value, anything that has a JSON form, under a name to {@code run.json}. */
    void note(String name, Object value) throws WorkbenchException;

    /** Takes back what was told of steps after this one; the job will tell it again. */
    void rewind(long step) throws WorkbenchException;

    /** Says what the summary is where the job is stopped from now on. */
    void partial(Supplier<Map<String, Object>> summary);
}
