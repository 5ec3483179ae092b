package dev.latentloom.engine.rollout;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

/** Thoughts that came up before, whatever the prompt holds now; no gradient leads through them. */
public final class RecalledRollout implements Rollout {
    private final Tensor thoughts;

    /**
     * @param thoughts (B, L, D)
     */
    public RecalledRollout(Tensor thoughts) {
        this.thoughts = thoughts;
    }

    @Override
    public Tensor think(FilledPrompt prompt, Scope owner, JobMonitor monitor) {
        return TensorKernels.copy(thoughts, owner);
    }
}
