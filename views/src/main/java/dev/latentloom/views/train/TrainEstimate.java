package dev.latentloom.views.train;

import org.jspecify.annotations.Nullable;

/**
 * What a training will take, as far as it can be known before.
 *
 * @param weights bytes of each model once
 * @param links bytes of all links with their gradients and two optimiser moments, float32
 * @param free bytes this machine can still give; negative where it does not say
 * @param secondsPerStep pace of an earlier training with the same recipe and parts; null where this
 *     project has none
 * @param measuredIn id of that run; null where there is none
 */
public record TrainEstimate(
        long weights,
        long links,
        long free,
        @Nullable Double secondsPerStep,
        @Nullable String measuredIn) {
    /** Bytes of all that is held throughout. */
    long held() {
        return weights + links;
    }

    /** Whether not even that is free. */
    boolean tooMuch() {
        return free >= 0 && held() > free;
    }
}
