package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.lm.SamplerSettings;

import org.jspecify.annotations.Nullable;

/**
 * How agents choose their words.
 *
 * @param sampling how a token is chosen
 * @param maxNewTokens cap of one turn; null means each agent's own
 * @param seed of all sampling
 */
public record SpeakingSettings(
        SamplerSettings sampling, @Nullable Integer maxNewTokens, long seed) {
    int cap(Agent agent) {
        return maxNewTokens == null ? agent.maxNewTokens() : maxNewTokens;
    }
}
