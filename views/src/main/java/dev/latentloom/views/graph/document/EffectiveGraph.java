package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.ArrayList;
import java.util.List;

/** The graph that runs: muted agents gone with their wires, bypassed ones bridged. */
public final class EffectiveGraph {
    private EffectiveGraph() {}

    /** The part of a document that takes part in a run; the drawn graph itself if all do. */
    public static AgentGraph of(GraphDocument document) {
        AgentGraph graph = document.graph();
        for (String id : document.bypassed()) {
            if (!document.muted().contains(id)) {
                graph = without(graph, id, bridges(graph, id));
            }
        }
        for (String id : document.muted()) {
            graph = without(graph, id, List.of());
        }
        return graph;
    }

    /** For each edge into and each out of an agent, one that goes straight through. */
    private static List<Edge> bridges(AgentGraph graph, String id) {
        List<Edge> bridges = new ArrayList<>();
        for (Edge in : graph.into(id)) {
            for (Edge out : graph.outOf(id)) {
                if (!in.from().equals(id) && !out.to().equals(id)) {
                    bridges.add(
                            new Edge(
                                    in.from() + "-" + out.to(),
                                    in.from(),
                                    out.to(),
                                    out.slot(),
                                    out.design()));
                }
            }
        }
        return bridges;
    }

    private static AgentGraph without(AgentGraph graph, String id, List<Edge> instead) {
        List<Agent> agents = new ArrayList<>(graph.agents());
        agents.removeIf(agent -> agent.id().equals(id));
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.removeIf(edge -> edge.from().equals(id) || edge.to().equals(id));
        edges.addAll(instead);
        return new AgentGraph(
                graph.name(), graph.pattern(), agents, edges, graph.answering(), graph.rounds());
    }
}
