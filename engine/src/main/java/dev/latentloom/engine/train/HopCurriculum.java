package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How many turns are unrolled, leg by leg: first one hop, then one round, one hop into the next,
 * and then round after round. Three agents and three rounds: 2, 3, 4, 6, 9.
 *
 * @param turns ascending
 */
record HopCurriculum(List<Integer> turns) {
    private static final double FLOOR = 0.05;

    HopCurriculum {
        turns = List.copyOf(turns);
    }

    /** For a graph of two agents or more. */
    static HopCurriculum of(AgentGraph graph, int rounds) {
        int agents = graph.agents().size();
        int last = (rounds - 1) * agents + graph.position(graph.answering()) + 1;
        TreeSet<Integer> turns = new TreeSet<>(List.of(2, agents, agents + 1));
        for (int round = 2; round < rounds; round++) {
            turns.add(round * agents);
        }
        turns.removeIf(count -> count > last);
        turns.add(last);
        return new HopCurriculum(List.copyOf(turns));
    }

    /**
     * Its legs.
     *
     * @param number of the first
     * @param iterations of all together
     * @param peak highest learning rate
     */
    List<Leg> legs(int number, int iterations, double peak) {
        int whole = 0;
        for (int i = 0; i < turns.size(); i++) {
            whole += weight(i);
        }
        List<Leg> legs = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < turns.size(); i++) {
            int begin = Itinerary.share(iterations, before, whole);
            before += weight(i);
            int length = Itinerary.share(iterations, before, whole) - begin;
            CosineSchedule schedule =
                    new CosineSchedule(peak * rate(i), Itinerary.WARM_UP, length, FLOOR);
            legs.add(new Leg(number + i, length, turns.get(i), schedule));
        }
        return legs;
    }

    private int weight(int leg) {
        if (leg == turns.size() - 1) {
            return 300;
        }
        return leg == 0 ? 100 : leg == 1 ? 200 : 250;
    }

    private double rate(int leg) {
        if (leg < 2) {
            return 1;
        }
        if (leg == turns.size() - 1) {
            return 1.0 / 6;
        }
        return leg == 2 ? 2.0 / 3 : 0.5;
    }
}
