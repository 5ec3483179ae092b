package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Sampling;

import org.jspecify.annotations.Nullable;

/** Edits of one field of an agent each; typing in a field is one step back. */
public final class AgentFields {
    private AgentFields() {}

    public static Edit model(Agent agent, @Nullable String model) {
        return AgentEdits.change(
                agent,
                "model",
                a ->
                        new Agent(
                                a.id(),
                                a.role(),
                                model,
                                a.system(),
                                a.prompt(),
                                a.steps(),
                                a.maxNewTokens(),
                                a.textOnly(),
                                a.tools(),
                                a.sampling()));
    }

    public static Edit system(Agent agent, String system) {
        return AgentEdits.change(
                agent,
                "system",
                a ->
                        new Agent(
                                a.id(),
                                a.role(),
                                a.model(),
                                system,
                                a.prompt(),
                                a.steps(),
                                a.maxNewTokens(),
                                a.textOnly(),
                                a.tools(),
                                a.sampling()));
    }

    public static Edit prompt(Agent agent, String prompt) {
        return AgentEdits.change(agent, "prompt", a -> AgentEdits.withPrompt(a, prompt));
    }

    /** Latent steps m, at least 0. */
    public static Edit steps(Agent agent, int steps) {
        return AgentEdits.change(
                agent, "steps", a -> numbers(a, steps, a.maxNewTokens(), a.textOnly()));
    }

    /** Cap of decoded tokens, at least 1. */
    public static Edit maxNewTokens(Agent agent, int tokens) {
        return AgentEdits.change(
                agent, "maxNewTokens", a -> numbers(a, a.steps(), tokens, a.textOnly()));
    }

    /** Whether it takes part only through text. */
    public static Edit textOnly(Agent agent, boolean textOnly) {
        return AgentEdits.change(
                agent, "textOnly", a -> numbers(a, a.steps(), a.maxNewTokens(), textOnly));
    }

    public static Edit tools(Agent agent, String tools) {
        return AgentEdits.change(
                agent,
                "tools",
                a ->
                        new Agent(
                                a.id(),
                                a.role(),
                                a.model(),
                                a.system(),
                                a.prompt(),
                                a.steps(),
                                a.maxNewTokens(),
                                a.textOnly(),
                                tools,
                                a.sampling()));
    }

    /** How it chooses its words, where it is not as the run says. */
    public static Edit sampling(Agent agent, Sampling sampling) {
        return AgentEdits.change(
                agent,
                "sampling",
                a ->
                        new Agent(
                                a.id(),
                                a.role(),
                                a.model(),
                                a.system(),
                                a.prompt(),
                                a.steps(),
                                a.maxNewTokens(),
                                a.textOnly(),
                                a.tools(),
                                sampling));
    }

    private static Agent numbers(Agent a, int steps, int tokens, boolean textOnly) {
        return new Agent(
                a.id(),
                a.role(),
                a.model(),
                a.system(),
                a.prompt(),
                steps,
                tokens,
                textOnly,
                a.tools(),
                a.sampling());
    }
}
