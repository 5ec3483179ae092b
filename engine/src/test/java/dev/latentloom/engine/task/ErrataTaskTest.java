package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ErrataTaskTest {
    private final ErrataTask errata = new ErrataTask();

    @Test
    void aboutAQuarterNeedsNoCorrection() {
        List<TaskItem> items = errata.items(Split.TEST, 800, 1);
        assertEquals(800, items.size());
        double one = MiniatureTask.bound(items, 1);
        assertTrue(one > .25 && one < .33, "r = 1: " + one);
        assertEquals(1.0, MiniatureTask.bound(items, 2));
    }

    @Test
    void expressionOfTheLastTurnGivesTheAnswerAndMoreRoundsDoNoHarm() {
        for (TaskItem item : errata.items(Split.TEST, 300, 2)) {
            for (int rounds = 2; rounds <= 4; rounds++) {
                String draft = errata.trace(item.question(), rounds).getLast().message();
                assertEquals(item.question().answer(), "" + value(draft));
            }
            String first = errata.trace(item.question(), 1).getLast().message();
            assertEquals(
                    item.roundsNeeded() == 1, item.question().answer().equals("" + value(first)));
        }
    }

    private static int value(String draft) {
        List<String> words = List.of(draft.split(" ", -1));
        int a = Integer.parseInt(words.get(1));
        int b = Integer.parseInt(words.get(3));
        int value = words.get(2).equals("+") ? a + b : words.get(2).equals("-") ? a - b : a * b;
        return Math.floorMod(value, 31);
    }

    @Test
    void correctionIsABijectionAndLeavesNewValuesAlone() {
        for (int word = 0; word < ErrataTables.WORDS; word++) {
            Set<Integer> mended = new HashSet<>();
            for (int old = 0; old < ErrataTables.OLD_VALUES; old++) {
                int right = errata.tables().corrected(word, old);
                mended.add(right);
                assertEquals(right, errata.tables().corrected(word, right));
            }
            assertEquals(ErrataTables.OLD_VALUES, mended.size());
        }
    }

    @Test
    void callerEndsItsDraftUnlessAResultFollows() {
        AgentExample example = errata.example("caller", new Random(3));
        List<MessageToken> message = example.message();
        assertEquals(11, message.size());
        assertEquals(List.of(errata.id("<eom>")), message.get(5).target().ids());
        assertEquals(errata.id("<result>"), message.get(5).id());
        assertEquals(0, message.get(6).weight());
        assertEquals(message.get(6).id(), message.get(9).id());
        assertEquals("17", errata.readOut("<calc> 1 + 16 </calc> <result> 17 </result> ANS 17"));
    }
}
