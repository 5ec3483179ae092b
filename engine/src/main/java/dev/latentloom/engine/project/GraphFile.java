package dev.latentloom.engine.project;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.EffectiveGraph;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What {@code graphs/NAME.json} holds: a team as it was drawn, without coordinates. What people
 * leave out or add only on the canvas stands beside the graph, and not at all while there is none.
 *
 * @param muted ids of agents that sit a run out
 * @param bypassed ids of agents whose senders speak straight to their receivers
 * @param drawing what has no effect on a run; null where it is as for any graph
 */
public record GraphFile(
        String name,
        String pattern,
        List<Agent> agents,
        List<Edge> edges,
        String answering,
        int rounds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> muted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> bypassed,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Drawing drawing) {
    public GraphFile {
        agents = List.copyOf(agents);
        edges = List.copyOf(edges);
        muted = muted == null ? List.of() : List.copyOf(muted); // files may leave these out
        bypassed = bypassed == null ? List.of() : List.copyOf(bypassed);
    }

    /** A graph in which everybody takes part. */
    public static GraphFile of(AgentGraph graph) {
        return of(graph, List.of(), List.of(), null);
    }

    /** A graph and what the canvas adds to it. */
    public static GraphFile of(
            AgentGraph graph,
            List<String> muted,
            List<String> bypassed,
            @Nullable Drawing drawing) {
        return new GraphFile(
                graph.name(),
                graph.pattern(),
                graph.agents(),
                graph.edges(),
                graph.answering(),
                graph.rounds(),
                muted,
                bypassed,
                drawing);
    }

    /** The graph as it was drawn. */
    public AgentGraph drawn() {
        return new AgentGraph(name, pattern, agents, edges, answering, rounds);
    }

    /** The graph that runs. */
    public AgentGraph running() {
        return EffectiveGraph.of(drawn(), muted, bypassed);
    }
}
