package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;

/** Executes link training for a job runner, on the engine thread. */
@FunctionalInterface
public interface TrainExecutor {
    /**
     * Refuses what cannot be trained, before anything is written.
     *
     * @param engine the device of agents that have none of their own
     * @param resumed folder of the run to go on with; null for a new one
     */
    default void check(
            RunSpec.Train spec, ProjectOpener projects, DeviceChoice engine, @Nullable Path resumed)
            throws WorkbenchException {
        // an executor that finds out while it trains
    }

    /** Trains; gives the summary that commands print. */
    Map<String, Object> train(RunSpec.Train spec, JobContext context) throws WorkbenchException;
}
