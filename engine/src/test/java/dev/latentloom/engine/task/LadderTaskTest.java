package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class LadderTaskTest {
    private final LadderTask ladder = new LadderTask();

    @Test
    void oneRoundSolvesHalfAndTwoSolveAll() {
        for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
            List<TaskItem> items = ladder.items(split, 450, 1);
            assertTrue(items.size() >= 440, split + " holds " + items.size());
            assertEquals(.5, MiniatureTask.bound(items, 1), .01);
            assertEquals(1.0, MiniatureTask.bound(items, 2));
        }
    }

    @Test
    void tracesEndInTheAnswer() {
        for (TaskItem item : ladder.items(Split.TEST, 300, 2)) {
            List<Turn> turns = ladder.trace(item.question(), 2);
            assertEquals(4, turns.size());
            assertEquals(item.question().answer(), ladder.readOut(turns.getLast().message()));
            String early = ladder.readOut(turns.get(1).message());
            if (item.roundsNeeded() == 1) {
                assertEquals(item.question().answer(), early);
            }
            for (Turn turn : turns) {
                int words = turn.message().split(" ", -1).length;
                assertTrue(words <= (turn.agent().equals("expert") ? 5 : 2), turn.message());
            }
        }
    }

    @Test
    void learnerSaysWhatStandsBeforeThePointer() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            AgentExample example = ladder.example("learner", random);
            List<Integer> slot =
                    example.prompt().stream()
                            .filter(PromptToken::inSlot)
                            .map(token -> token.mix().ids().getFirst())
                            .toList();
            int pointer = slot.indexOf(example.message().get(1).id());
            int last = pointer < 0 ? slot.size() - 1 : pointer - 1;
            assertEquals(slot.get(last), example.message().getFirst().id());
            assertEquals(pointer < 0 ? 0 : 1, example.message().get(1).weight());
            assertFalse(slot.isEmpty());
        }
    }
}
