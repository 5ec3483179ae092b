package dev.latentloom.engine.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The graph that runs: muted agents gone with their wires, bypassed ones bridged. Where the
 * answering agent is bypassed, the last one it hears answers; where it is muted, nobody does.
 */
public final class EffectiveGraph {
    private EffectiveGraph() {}

    /**
     * The part of a drawn graph that takes part in a run; the drawn graph itself if all do.
     *
     * @param muted ids of agents that sit the run out
     * @param bypassed ids of agents whose senders speak straight to their receivers
     */
    public static AgentGraph of(
            AgentGraph drawn, Collection<String> muted, Collection<String> bypassed) {
        AgentGraph graph = drawn;
        for (String id : bypassed) {
            if (!muted.contains(id)) {
                graph = without(graph, id, bridges(graph, id), heir(graph, id));
            }
        }
        for (String id : muted) {
            graph = without(graph, id, List.of(), "");
        }
        return graph;
    }

    /** For each edge into and each out of an agent, one that goes straight through. */
    private static List<Edge> bridges(AgentGraph graph, String id) {
        List<Edge> bridges = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        graph.edges().forEach(edge -> taken.add(edge.id()));
        for (Edge in : graph.into(id)) {
            for (Edge out : graph.outOf(id)) {
                boolean loop = in.from().equals(id) || out.to().equals(id);
                if (!loop && !joined(graph.edges(), in, out) && !joined(bridges, in, out)) {
                    String bridge = FreshId.of(in.from() + "-" + out.to(), taken);
                    taken.add(bridge);
                    bridges.add(new Edge(bridge, in.from(), out.to(), out.slot(), out.design()));
                }
            }
        }
        return bridges;
    }

    /** Whether the sender of one edge already speaks into the slot of the other. */
    private static boolean joined(List<Edge> edges, Edge in, Edge out) {
        return edges.stream()
                .anyMatch(
                        edge ->
                                edge.from().equals(in.from())
                                        && edge.to().equals(out.to())
                                        && edge.slot().equals(out.slot()));
    }

    /** The agent that speaks last before {@code id}, of those it hears in the same round. */
    private static String heir(AgentGraph graph, String id) {
        return graph.into(id).stream()
                .filter(edge -> !graph.feedback(edge))
                .map(Edge::from)
                .max(Comparator.comparingInt(graph::position))
                .orElse("");
    }

    /**
     * @param heir who answers if the agent left out did
     */
    private static AgentGraph without(
            AgentGraph graph, String id, List<Edge> instead, String heir) {
        String answering = graph.answering().equals(id) ? heir : graph.answering();
        List<Agent> agents = new ArrayList<>(graph.agents());
        agents.removeIf(agent -> agent.id().equals(id));
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.removeIf(edge -> edge.from().equals(id) || edge.to().equals(id));
        edges.addAll(instead);
        return new AgentGraph(
                graph.name(), graph.pattern(), agents, edges, answering, graph.rounds());
    }
}
