package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps senders before receivers, so that only a wire that closes a loop becomes feedback. */
final class TurnOrder {
    private TurnOrder() {}

    /**
     * The agents in an order in which a new edge points forward, as close to the old order as can
     * be; the old order itself if the edge closes a loop with edges that point forward today.
     */
    static List<Agent> before(AgentGraph graph, String from, String to) {
        List<Agent> agents = graph.agents();
        if (graph.position(from) < graph.position(to)) {
            return agents;
        }
        Set<String> ancestors = ancestors(graph, from);
        if (ancestors.contains(to)) {
            return agents;
        }
        int target = graph.position(to);
        List<Agent> before = new ArrayList<>(agents.subList(0, target));
        List<Agent> after = new ArrayList<>();
        for (Agent agent : agents.subList(target, agents.size())) {
            (ancestors.contains(agent.id()) ? before : after).add(agent);
        }
        before.addAll(after);
        return before;
    }

    /** An agent and all that reach it over edges that point forward. */
    private static Set<String> ancestors(AgentGraph graph, String id) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (seen.add(at)) {
                for (Edge edge : graph.into(at)) {
                    if (!graph.feedback(edge)) {
                        open.push(edge.from());
                    }
                }
            }
        }
        return seen;
    }
}
