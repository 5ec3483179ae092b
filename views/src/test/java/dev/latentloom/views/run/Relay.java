package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project of two agents in two rounds, and a source that knows only it. */
public final class Relay implements ProjectSource {
    public static final RunProject PROJECT =
            new RunProject(
                    Path.of("relay"),
                    "Relay",
                    new AgentGraph(
                            "pair",
                            "free-form",
                            List.of(agent("planner", "Planner"), agent("solver", "Solver")),
                            List.of(
                                    edge("there", "planner", "solver"),
                                    edge("back", "solver", "planner")),
                            "solver",
                            2),
                    Map.of("planner", 64),
                    List.of("soft-token", "untrained"),
                    "soft-token",
                    List.of(new Example("where", "e17")));

    static Agent agent(String id, String role) {
        return Agent.of(id, role, "{{question}}", 5, 16);
    }

    static Edge edge(String id, String from, String to) {
        return new Edge(id, from, to, "slot", "outer_ln_res");
    }

    @Override
    public RunProject open(Path folder) {
        return PROJECT;
    }

    @Override
    public Optional<Example> random(RunProject project, long seed) {
        return Optional.of(new Example("drawn " + seed, "d" + seed));
    }

    @Override
    public boolean right(RunProject project, String expected, String answer) {
        return expected.equals(answer.strip());
    }
}
