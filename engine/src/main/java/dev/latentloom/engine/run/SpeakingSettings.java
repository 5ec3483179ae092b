package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Sampling;
import dev.latentloom.engine.lm.SamplerSettings;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How agents choose their words. What is given here counts for all of them; what is null is each
 * agent's own choice, and the usual one where the agent makes none.
 *
 * @param temperature 0 is greedy, which is usual
 * @param topP nucleus; 1 is usual, which takes nothing away
 * @param maxNewTokens cap of one turn
 * @param seed of the sampling of agents without a seed of their own
 */
public record SpeakingSettings(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxNewTokens,
        long seed) {
    private static final double GREEDY = 0;
    private static final double ALL = 1;

    int cap(Agent agent) {
        return maxNewTokens == null ? agent.maxNewTokens() : maxNewTokens;
    }

    /** How an agent chooses a token. */
    SamplerSettings sampling(Agent agent) {
        Sampling own = agent.ownSampling();
        return SamplerSettings.of(
                or(temperature, own.temperature(), GREEDY), or(topP, own.topP(), ALL));
    }

    /** The seed of an agent's sampling. */
    long seed(Agent agent) {
        Long own = agent.ownSampling().seed();
        return own == null ? seed : own;
    }

    /** How each agent of a team samples, by id, with every gap filled. */
    Map<String, Sampling> settled(AgentGraph team) {
        Map<String, Sampling> all = new TreeMap<>();
        for (Agent agent : team.agents()) {
            SamplerSettings one = sampling(agent);
            all.put(agent.id(), new Sampling(one.temperature(), one.topP(), seed(agent)));
        }
        return all;
    }

    private static double or(@Nullable Double given, @Nullable Double own, double usual) {
        return given == null ? Objects.requireNonNullElse(own, usual) : given;
    }
}
