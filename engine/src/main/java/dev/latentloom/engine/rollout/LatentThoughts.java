package dev.latentloom.engine.rollout;

import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.time.Duration;

/**
 * The latent thoughts one agent hands on.
 *
 * @param agentId id of the thinking agent in its graph
 * @param values last hidden states, (B, L, D), in the agent's own hidden space
 * @param elapsed wall time spent thinking; loading the model is not counted
 */
public record LatentThoughts(String agentId, Tensor values, Duration elapsed) {
    /** Refuses values that are not (B, L, D) with an {@link IllegalArgumentException}. */
    public LatentThoughts {
        Shape shape = values.shape();
        if (shape.rank() != 3) {
            throw new IllegalArgumentException("values must be (B, L, D), was " + shape);
        }
    }
}
