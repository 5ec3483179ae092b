package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;

/** Agents and edges of a miniature task's graph. */
final class TinyAgents {
    private static final String DESIGN = "outer_ln_res";

    private TinyAgents() {}

    /** An agent whose model lies in the project and whose messages have {@code steps} tokens. */
    static Agent agent(String id, String role, String prompt, int steps) {
        return Agent.of(id, role, prompt, steps, steps).withModel("models/" + id);
    }

    /** An edge named after its two ends. */
    static Edge edge(String from, String to, String slot) {
        return new Edge(from + "-" + to, from, to, slot, DESIGN);
    }
}
