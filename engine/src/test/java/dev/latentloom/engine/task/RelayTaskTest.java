package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.question.Question;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

class RelayTaskTest {
    private final RelayTask relay = new RelayTask();

    @Test
    void boundsPerRoundAreThoseOfTheMethod() {
        List<TaskItem> items = relay.items(Split.TEST, 1000, 1);
        assertEquals(1000, items.size());
        double one = MiniatureTask.bound(items, 1);
        double two = MiniatureTask.bound(items, 2);
        assertTrue(one >= .39 && one <= .43, "r = 1: " + one);
        assertTrue(two >= .80 && two <= .83, "r = 2: " + two);
        assertEquals(1.0, MiniatureTask.bound(items, 3));
    }

    @Test
    void trainingItemsComeInTheSameProportions() {
        Random random = new Random(5);
        int one = 0;
        for (int i = 0; i < 5000; i++) {
            one += relay.trainingItem(random).roundsNeeded() == 1 ? 1 : 0;
        }
        assertTrue(one > 1900 && one < 2250, "of 5000: " + one);
    }

    @Test
    void neededRoundsAreThoseAfterWhichTheTraceAnswers() {
        for (TaskItem item : relay.items(Split.TEST, 200, 2)) {
            for (int rounds = 1; rounds <= 3; rounds++) {
                String said = relay.trace(item.question(), rounds).getLast().message();
                boolean done = said.endsWith("P" + length(item.question()));
                assertEquals(rounds >= item.roundsNeeded(), done, item + " says " + said);
                if (done) {
                    assertEquals(item.question().answer(), relay.readOut(said));
                }
            }
        }
    }

    /** Learns the three tables from one-letter questions, then walks every other path itself. */
    @Test
    void answersFollowFromOneLetterQuestionsAlone() {
        Map<String, String> tables = new HashMap<>();
        for (Split split : Split.values()) {
            for (TaskItem item : relay.items(split, 40_000, 3)) {
                remember(tables, item.question());
            }
        }
        for (TaskItem item : relay.items(Split.TEST, 500, 4)) {
            List<String> words = List.of(item.question().text().split(" ", -1));
            String at = words.getFirst();
            boolean known = true;
            for (String letter : words.subList(1, 1 + length(item.question()))) {
                at = tables.getOrDefault(at + letter, "");
                known &= !at.isEmpty();
            }
            if (known) {
                assertEquals(item.question().answer(), at, item.question().text());
            }
        }
        assertTrue(tables.size() >= 80, "one-letter questions: " + tables.size());
    }

    private static void remember(Map<String, String> tables, Question question) {
        if (length(question) == 1) {
            List<String> words = List.of(question.text().split(" ", -1));
            tables.put(words.get(0) + words.get(1), question.answer());
        }
    }

    private static int length(Question question) {
        return (int) question.text().chars().filter(c -> c >= 'A' && c <= 'C').count();
    }

    @Test
    void slotsOfTheCriticComeInEveryLength() {
        Random random = new Random(6);
        Map<Integer, Integer> slots = new TreeMap<>();
        for (int i = 0; i < 2000; i++) {
            AgentExample example = relay.example("critic", random);
            slots.merge(heard(example).size(), 1, Integer::sum);
            assertEquals(8, example.message().size());
        }
        assertEquals(Set.of(2, 3, 4, 5, 6, 7, 8), slots.keySet());
        slots.forEach((slot, times) -> assertTrue(times > 100, slots.toString()));
    }

    @Test
    void onlyThePlannersFirstTurnHasAnEmptySlot() {
        Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            AgentExample example = relay.example("planner", random);
            if (heard(example).isEmpty()) {
                String start = example.prompt().get(2).mix().ids().getFirst().toString();
                assertEquals(start, String.valueOf(example.message().getFirst().id()));
            }
            assertTrue(!heard(relay.example("solver", random)).isEmpty());
        }
    }

    @Test
    void messageCutBeforeItsPointerIsTakenUpWhereItEnds() {
        Random random = new Random(7);
        int cut = 0;
        for (int i = 0; i < 2000; i++) {
            AgentExample example = relay.example("critic", random);
            List<String> heard = ended(heard(example));
            List<String> said = ended(said(example));
            boolean whole = heard.getLast().startsWith("P");
            List<String> entities = whole ? heard.subList(0, heard.size() - 1) : heard;
            assertEquals(entities.getLast(), said.getFirst());
            int at = Integer.parseInt(said.getLast().substring(1)) - (said.size() - 2);
            if (whole) {
                assertEquals(heard.getLast(), "P" + at);
            } else {
                cut++;
                assertTrue(at >= heard.size() - 1, heard + " -> " + said);
            }
        }
        assertTrue(cut > 60 && cut < 140, "cut before the pointer: " + cut);
    }

    /** The words in an example's slot. */
    private List<String> heard(AgentExample example) {
        return example.prompt().stream()
                .filter(PromptToken::inSlot)
                .map(token -> relay.vocabulary().words().get(token.mix().ids().getFirst()))
                .toList();
    }

    private List<String> said(AgentExample example) {
        return example.message().stream()
                .map(token -> relay.vocabulary().words().get(token.id()))
                .toList();
    }

    private static List<String> ended(List<String> words) {
        return words.stream().takeWhile(word -> !word.equals(Vocabulary.EOM)).toList();
    }

    @Test
    void readOutTakesTheLastEntityBeforeThePointer() {
        assertEquals("e7", relay.readOut("e3 e7 P2 <eom> e9"));
        assertEquals("", relay.readOut("P2 e4"));
        assertEquals("e4", relay.readOut("e4"));
    }
}
