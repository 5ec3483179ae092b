package dev.latentloom.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Agents in their order of speaking, and the edges between them. An edge to an agent that does not
 * come later in the order is a feedback edge: it delivers in the next round.
 *
 * @param name file name without ending
 * @param pattern name of the pattern it was made from, or {@code free-form}
 * @param agents in the order in which they take their turns
 * @param edges in the order in which they deliver
 * @param answering id of the agent that answers in the last round
 * @param rounds n, at least 1
 */
public record AgentGraph(
        String name,
        String pattern,
        List<Agent> agents,
        List<Edge> edges,
        String answering,
        int rounds) {
    public AgentGraph {
        agents = List.copyOf(agents);
        edges = List.copyOf(edges);
    }

    /** The agent with this id, if there is one. */
    public Optional<Agent> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    /** Position of an agent in the order of turns, -1 where there is none of this id. */
    public int position(String id) {
        for (int i = 0; i < agents.size(); i++) {
            if (agents.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether an edge delivers in the next round only. */
    public boolean feedback(Edge edge) {
        return position(edge.to()) <= position(edge.from());
    }

    /** Edges out of an agent, in order. */
    public List<Edge> outOf(String id) {
        List<Edge> out = new ArrayList<>(edges);
        out.removeIf(edge -> !edge.from().equals(id));
        return out;
    }

    /** Edges into an agent, in order. */
    public List<Edge> into(String id) {
        List<Edge> in = new ArrayList<>(edges);
        in.removeIf(edge -> !edge.to().equals(id));
        return in;
    }
}
