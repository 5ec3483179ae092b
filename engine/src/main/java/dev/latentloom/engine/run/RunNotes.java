package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;

/** Takes what {@code run.json} should say beside the specification. */
@FunctionalInterface
public interface RunNotes {
    /** Adds a value, anything that has a JSON form, under a name. */
    void note(String name, Object value) throws WorkbenchException;
}
