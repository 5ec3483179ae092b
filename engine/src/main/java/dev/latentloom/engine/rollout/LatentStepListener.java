package dev.latentloom.engine.rollout;

import dev.latentloom.engine.tensor.Tensor;

/** Hears of every latent step of a rollout. */
@FunctionalInterface
public interface LatentStepListener {
    /** Hears nothing. */
    LatentStepListener NONE = (step, steps, thoughts) -> {};

    /**
     * Step {@code step} of {@code steps} is taken; steps count from 1.
     *
     * @param thoughts the hidden states it gave (B, 1, D); live only during the call
     */
    void stepped(int step, int steps, Tensor thoughts);
}
