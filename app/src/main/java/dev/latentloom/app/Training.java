package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.run.TrainExecutor;

/** Link training of the window's jobs. */
final class Training {
    private Training() {}

    /** Says that links cannot be trained in this build. */
    static TrainExecutor executor() {
        return (spec, context) -> {
            throw new WorkbenchException("shell.noTraining");
        };
    }
}
