package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Sampling;

import org.jspecify.annotations.Nullable;

/** Edits of one field of an agent each; typing in a field is one step back. */
public final class AgentFields {
    private AgentFields() {}

    public static Edit model(Agent agent, @Nullable String model) {
        return AgentEdits.change(agent, "model", a -> a.withModel(model));
    }

    public static Edit system(Agent agent, String system) {
        return AgentEdits.change(agent, "system", a -> a.withSystem(system));
    }

    public static Edit prompt(Agent agent, String prompt) {
        return AgentEdits.change(agent, "prompt", a -> a.withPrompt(prompt));
    }

    /** Latent steps m, at least 0. */
    public static Edit steps(Agent agent, int steps) {
        return AgentEdits.change(agent, "steps", a -> a.withSteps(steps));
    }

    /** Cap of decoded tokens, at least 1. */
    public static Edit maxNewTokens(Agent agent, int tokens) {
        return AgentEdits.change(agent, "maxNewTokens", a -> a.withMaxNewTokens(tokens));
    }

    /** Whether it takes part only through text. */
    public static Edit textOnly(Agent agent, boolean textOnly) {
        return AgentEdits.change(agent, "textOnly", a -> a.withTextOnly(textOnly));
    }

    public static Edit tools(Agent agent, String tools) {
        return AgentEdits.change(agent, "tools", a -> a.withTools(tools));
    }

    /** Where its model runs; null for the engine's device. */
    public static Edit device(Agent agent, @Nullable String device) {
        return AgentEdits.change(agent, "device", a -> a.withDevice(device));
    }

    /** How it chooses its words, where it is not as the run says. */
    public static Edit sampling(Agent agent, Sampling sampling) {
        return AgentEdits.change(agent, "sampling", a -> a.withSampling(sampling));
    }
}
