package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How far walks reach while links learn hop by hop: a leg for each turn that reads an outer link
 * for the first time, then for two rounds, three, and so on to the last. Three agents in a ring,
 * three rounds: 2, 3, 4, 6 and 9 turns.
 *
 * @param parts in order
 */
record HopCurriculum(List<Part> parts) {
    HopCurriculum {
        parts = List.copyOf(parts);
    }

    /**
     * One leg of it.
     *
     * @param turns that are walked
     * @param weight its share of the iterations
     * @param rate highest learning rate as a share of the stage's
     * @param floor what is left of it at the end of the leg's cosine, as a share
     */
    record Part(int turns, int weight, double rate, double floor) {}

    /** For a graph of two agents or more. */
    static HopCurriculum of(AgentGraph graph, int rounds) {
        int agents = graph.agents().size();
        int last = (rounds - 1) * agents + graph.position(graph.answering()) + 1;
        List<Part> parts = new ArrayList<>();
        for (int turn : firstReadings(graph).headSet(last, false)) {
            parts.add(new Part(turn, 160, 1, 0.3));
        }
        for (int turns = 2 * agents; turns < last; turns += agents) {
            parts.add(new Part(turns, 120, 0.75, 0.5));
        }
        parts.add(new Part(last, 240, 0.75, 0.05));
        return new HopCurriculum(parts);
    }

    /** Turns in which an outer link is read for the first time. */
    private static TreeSet<Integer> firstReadings(AgentGraph graph) {
        TreeSet<Integer> turns = new TreeSet<>();
        int agents = graph.agents().size();
        for (Edge edge : graph.edges()) {
            turns.add(graph.position(edge.to()) + 1 + (graph.feedback(edge) ? agents : 0));
        }
        return turns;
    }

    /**
     * Its legs.
     *
     * @param number of the first
     * @param iterations of all together
     * @param peak highest learning rate
     */
    List<Leg> legs(int number, int iterations, double peak) {
        int whole = parts.stream().mapToInt(Part::weight).sum();
        List<Leg> legs = new ArrayList<>();
        int before = 0;
        for (Part part : parts) {
            int begin = Itinerary.share(iterations, before, whole);
            before += part.weight();
            int length = Itinerary.share(iterations, before, whole) - begin;
            CosineSchedule schedule =
                    new CosineSchedule(peak * part.rate(), Itinerary.WARM_UP, length, part.floor());
            legs.add(new Leg(number + legs.size(), length, part.turns(), schedule));
        }
        return legs;
    }
}
