package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.task.LadderTask;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.task.TrioTask;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Which turns, thoughts and links the legs of a hop curriculum reach. */
class HopCurriculumTest {
    private static List<Span> spans(AgentGraph graph, int rounds, int steps) {
        return HopCurriculum.of(graph, rounds, agent -> steps).parts().stream()
                .map(HopCurriculum.Part::span)
                .toList();
    }

    private static Set<LinkKey> outer(String... edges) {
        return Set.copyOf(List.of(edges).stream().map(LinkKey::outer).toList());
    }

    @Test
    void everyTurnThatReadsANewLinkTeachesItAloneByFirstThoughts() {
        AgentGraph relay = new RelayTask().graph();
        Set<LinkKey> first = outer("planner-critic");
        assertEquals(
                List.of(
                        new Span(2, 1, first),
                        new Span(2, 2, first),
                        new Span(2, 4, first),
                        new Span(2, 0, first)),
                spans(relay, 3, 8).subList(0, 4));
        assertEquals(
                List.of(
                        new Span(2, 0, first),
                        new Span(3, 0, outer("critic-solver")),
                        new Span(4, 0, outer("solver-planner")),
                        Span.turns(6),
                        Span.turns(9)),
                spans(relay, 3, 8).stream().filter(span -> span.thoughts() == 0).toList());
    }

    @Test
    void oneRoundNeverBringsAFeedbackLinkIn() {
        assertEquals(
                List.of(
                        new Span(2, 0, outer("planner-critic")),
                        new Span(3, 0, outer("critic-solver")),
                        Span.turns(3)),
                spans(new RelayTask().graph(), 1, 1));
    }

    @Test
    void linksWithTheSameReaderComeInTogether() {
        AgentGraph trio = new TrioTask().graph();
        List<Span> spans = spans(trio, 3, 1);
        assertEquals(4, spans.getFirst().turns());
        assertEquals(3, spans.getFirst().links().size());
        assertEquals(List.of(4, 5, 6, 7, 8, 12), spans.stream().map(Span::turns).toList());
    }

    @Test
    void twoAgentsOverTwoRoundsEndWithAllTurns() {
        List<Span> spans = spans(new LadderTask().graph(), 2, 1);
        assertEquals(List.of(2, 3, 4), spans.stream().map(Span::turns).toList());
        assertEquals(Set.of(), spans.getLast().links());
    }

    @Test
    void legsSpreadTheIterationsAndFallTowardsTheEnd() {
        AgentGraph relay = new RelayTask().graph();
        HopCurriculum curriculum = HopCurriculum.of(relay, 3, agent -> 8);
        List<Leg> legs = curriculum.legs(2, 500, 3e-3);
        assertEquals(500, legs.stream().mapToInt(Leg::iterations).sum());
        assertEquals(3e-3, legs.getFirst().schedule().peak(), 1e-12);
        assertEquals(7.5e-4, legs.getLast().schedule().peak(), 1e-12);
        assertEquals(2, legs.getFirst().number());
        assertEquals(15, legs.getLast().number());
    }
}
