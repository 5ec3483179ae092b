package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A quick layout for a ready team: each agent one column right of those it hears first. */
public final class Columns {
    private static final double WIDE = 320;
    private static final double HIGH = 170;
    private static final double QUESTION = -210; // wires from and to the ends carry no words
    private static final double ANSWER = 250;

    private Columns() {}

    /** What is drawn before anything is: a question and an answer. */
    public static Draft blank() {
        return draft(new AgentGraph("team", "free-form", List.of(), List.of(), "", 1));
    }

    /** A team as it is stored, drawn with its question at the left and its answer at the right. */
    public static Draft draft(AgentGraph graph) {
        GraphLayout agents = of(graph);
        double right = 0;
        for (Spot spot : agents.spots().values()) {
            right = Math.max(right, spot.x());
        }
        GraphLayout layout =
                agents.with(GraphDocument.QUESTION, new Spot(QUESTION, 0))
                        .with(GraphDocument.ANSWER, new Spot(right + ANSWER, 0));
        return new Draft(GraphDocument.of(graph), layout);
    }

    /** Where each agent stands; the first one at the origin. */
    public static GraphLayout of(AgentGraph graph) {
        Map<String, Integer> columns = new HashMap<>();
        Map<Integer, Integer> rows = new HashMap<>();
        Map<String, Spot> spots = new HashMap<>();
        for (Agent agent : graph.agents()) { // senders come before receivers
            int column = 0;
            for (Edge edge : graph.into(agent.id())) {
                if (!graph.feedback(edge)) {
                    column = Math.max(column, columns.getOrDefault(edge.from(), 0) + 1);
                }
            }
            columns.put(agent.id(), column);
            int row = rows.merge(column, 1, Integer::sum) - 1;
            spots.put(agent.id(), new Spot(column * WIDE, row * HIGH));
        }
        return new GraphLayout(spots);
    }
}
