package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.Rollout;

/** Gives each turn its rollout: the one thing in which running and training differ. */
@FunctionalInterface
public interface RolloutSource {
    /** How the turn's agent thinks about the turn's questions. */
    Rollout rollout(Turn turn) throws WorkbenchException;
}
