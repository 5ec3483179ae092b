package dev.latentloom.engine.run;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;

import java.util.Map;

/** Executes link training for a job runner, on the engine thread. */
@FunctionalInterface
public interface TrainExecutor {
    /** Trains; gives the summary that commands print. */
    Map<String, Object> train(RunSpec.Train spec, JobContext context) throws WorkbenchException;
}
