package dev.latentloom.engine.rollout;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

/** How one agent comes by its thoughts; running and training differ in nothing else. */
public sealed interface Rollout permits LatentRollout, TeacherForcedRollout, RecalledRollout {
    /**
     * Thinks about a batch of questions.
     *
     * @return last hidden states (B, L, D) in the agent's own space and type, owned by {@code
     *     owner}; L may be 0
     */
    Tensor think(FilledPrompt prompt, Scope owner, JobMonitor monitor);
}
