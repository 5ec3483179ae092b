package dev.latentloom.engine.graph;

import org.jspecify.annotations.Nullable;

/**
 * How one agent chooses its words, where it is not to choose them as the run says; null is as the
 * run says. What a run is told expressly, such as {@code --temperature}, goes before it; the seed
 * is the agent's own, whatever the seed of the run.
 *
 * @param temperature 0 is greedy
 * @param topP nucleus, in (0, 1]
 * @param seed of its sampling
 */
public record Sampling(@Nullable Double temperature, @Nullable Double topP, @Nullable Long seed) {
    /** Everything as the run says. */
    public static final Sampling AS_THE_RUN = new Sampling(null, null, null);

    /** Whether the temperature can be used. */
    public boolean temperatureSane() {
        return temperature == null || (temperature >= 0 && Double.isFinite(temperature));
    }

    /** Whether the nucleus can be used. */
    public boolean topPSane() {
        return topP == null || (topP > 0 && topP <= 1);
    }
}
