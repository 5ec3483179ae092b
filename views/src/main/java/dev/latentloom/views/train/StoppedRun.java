package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;

import java.util.List;

/**
 * A training that ended before its time and can go on from its last checkpoint.
 *
 * @param id id of its run
 * @param spec what it was asked to do
 * @param step training step of its last checkpoint
 * @param told what it told so far
 */
public record StoppedRun(String id, RunSpec.Train spec, long step, List<RunEvent> told) {
    public StoppedRun {
        told = List.copyOf(told);
    }

    /** The job that goes on with it. */
    RunSpec.Train resumed() {
        return new RunSpec.Train(
                spec.project(),
                spec.graph(),
                spec.recipe(),
                spec.stage(),
                spec.data(),
                spec.from(),
                id,
                spec.use(),
                spec.changes(),
                spec.seed());
    }
}
