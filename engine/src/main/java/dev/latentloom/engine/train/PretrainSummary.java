package dev.latentloom.engine.train;

import java.util.Map;

/**
 * What pre-training a team came to.
 *
 * @param steps training steps of all agents together
 * @param loss mean over the agents of the running mean of their losses at the end
 * @param seconds wall time
 * @param losses that loss of each agent
 */
public record PretrainSummary(long steps, double loss, double seconds, Map<String, Double> losses) {
    public PretrainSummary {
        losses = Map.copyOf(losses);
    }
}
