package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.link.LinkKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * How cross-entropy through many turns is made to learn: link by link, then all together.
 *
 * <p>Each turn that reads an outer link for the first time teaches that link alone, judged first by
 * one thought of the agent that reads it, then by 2, by 4, by all: a later thought follows from the
 * earlier ones through the agent's own rollout, so as long as the first is wrong the others bring
 * noise, and with all of them at once links stay on a plateau. Then whole rounds are unrolled, and
 * every link learns from every turn. Three agents in a ring, three rounds: turns 2, 3 and 4 bring
 * in a link each, 6 and 9 are for all.
 *
 * @param parts in order
 */
record HopCurriculum(List<Part> parts) {
    private static final List<Integer> FIRST_THOUGHTS = List.of(1, 2, 4);
    private static final double FLOOR = 0.05;

    HopCurriculum {
        parts = List.copyOf(parts);
    }

    /**
     * One leg of it.
     *
     * @param weight its share of the iterations, in units of one leg's usual number
     * @param rate highest learning rate as a share of the stage's
     * @param floor what is left of it at the end of the leg's cosine, as a share
     */
    record Part(Span span, int weight, double rate, double floor) {}

    /**
     * For a graph of two agents or more.
     *
     * @param steps latent steps of an agent, by its place in the order
     */
    static HopCurriculum of(AgentGraph graph, int rounds, ToIntFunction<Integer> steps) {
        int agents = graph.agents().size();
        int last = (rounds - 1) * agents + graph.position(graph.answering()) + 1;
        List<Part> parts = new ArrayList<>();
        for (int turn = 2; turn <= Math.min(last, 2 * agents); turn++) {
            Set<LinkKey> links = broughtIn(graph, turn);
            if (!links.isEmpty()) {
                for (int thoughts : FIRST_THOUGHTS) {
                    if (thoughts < steps.applyAsInt((turn - 1) % agents)) {
                        int weight = thoughts == 1 ? 120 : 100;
                        parts.add(new Part(new Span(turn, thoughts, links), weight, 1, 1));
                    }
                }
                parts.add(new Part(new Span(turn, 0, links), 150, 1, FLOOR));
            }
        }
        for (int turns = 2 * agents; turns < last; turns += agents) {
            parts.add(new Part(Span.turns(turns), 250, 0.5, FLOOR));
        }
        parts.add(new Part(Span.turns(last), 92, 0.25, FLOOR));
        return new HopCurriculum(parts);
    }

    /** Outer links whose first reader takes this turn. */
    private static Set<LinkKey> broughtIn(AgentGraph graph, int turn) {
        Set<LinkKey> links = new HashSet<>();
        int agents = graph.agents().size();
        for (Edge edge : graph.edges()) {
            int first = graph.position(edge.to()) + 1 + (graph.feedback(edge) ? agents : 0);
            if (first == turn) {
                links.add(LinkKey.outer(edge.id()));
            }
        }
        return links;
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
            legs.add(new Leg(number + legs.size(), length, part.span(), schedule));
        }
        return legs;
    }
}
