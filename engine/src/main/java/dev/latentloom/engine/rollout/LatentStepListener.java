package dev.latentloom.engine.rollout;

/** Hears of every latent step of a rollout. */
@FunctionalInterface
public interface LatentStepListener {
    /** Hears nothing. */
    LatentStepListener NONE = (step, steps) -> {};

    /** Step {@code step} of {@code steps} is taken; steps count from 1. */
    void stepped(int step, int steps);
}
