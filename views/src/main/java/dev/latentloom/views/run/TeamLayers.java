package dev.latentloom.views.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of the team's map: an agent stands right of everybody it listens to in one round. */
final class TeamLayers {
    private TeamLayers() {}

    /** Agents by column, left to right, each column in the order of turns. */
    static List<List<Agent>> of(AgentGraph graph) {
        Map<String, Integer> column = new HashMap<>();
        List<List<Agent>> columns = new ArrayList<>();
        for (Agent agent : graph.agents()) { // senders within a round come earlier in this order
            int at = 0;
            for (Edge edge : graph.into(agent.id())) {
                if (!graph.feedback(edge)) {
                    at = Math.max(at, column.getOrDefault(edge.from(), -1) + 1);
                }
            }
            column.put(agent.id(), at);
            while (columns.size() <= at) {
                columns.add(new ArrayList<>());
            }
            columns.get(at).add(agent);
        }
        return columns;
    }
}
