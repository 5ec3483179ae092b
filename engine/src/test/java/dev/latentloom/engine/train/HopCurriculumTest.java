package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.task.LadderTask;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.task.TrioTask;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Which turns the legs of a hop curriculum reach. */
class HopCurriculumTest {
    private static List<Integer> turns(AgentGraph graph, int rounds) {
        return HopCurriculum.of(graph, rounds).parts().stream()
                .map(HopCurriculum.Part::turns)
                .toList();
    }

    @Test
    void everyTurnThatReadsANewLinkHasALegThenWholeRounds() {
        assertEquals(List.of(2, 3, 4, 6, 9), turns(new RelayTask().graph(), 3));
    }

    @Test
    void oneRoundNeverReachesAFeedbackLink() {
        assertEquals(List.of(2, 3), turns(new RelayTask().graph(), 1));
    }

    @Test
    void linksWithTheSameReaderComeInTogether() {
        assertEquals(List.of(4, 5, 6, 7, 8, 12), turns(new TrioTask().graph(), 3));
    }

    @Test
    void twoAgentsOverTwoRoundsEndWithAllTurns() {
        assertEquals(List.of(2, 3, 4), turns(new LadderTask().graph(), 2));
    }

    @Test
    void legsSpreadTheIterationsAndFallTowardsTheEnd() {
        HopCurriculum curriculum = HopCurriculum.of(new RelayTask().graph(), 3);
        List<Leg> legs = curriculum.legs(2, 500, 2e-3);
        assertEquals(500, legs.stream().mapToInt(Leg::iterations).sum());
        assertEquals(2e-3, legs.getFirst().schedule().peak(), 1e-12);
        assertEquals(1.5e-3, legs.getLast().schedule().peak(), 1e-12);
        assertEquals(2, legs.getFirst().number());
        assertEquals(6, legs.getLast().number());
    }
}
