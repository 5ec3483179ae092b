package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class TrioTaskTest {
    private final TrioTask trio = new TrioTask();
    private final TrioTables tables = trio.tables();

    @Test
    void aThirdOfTheQuestionsNeedsEachNumberOfRounds() {
        List<TaskItem> items = trio.items(Split.TEST, 600, 1);
        assertEquals(600, items.size());
        assertEquals(1 / 3.0, MiniatureTask.bound(items, 1), .01);
        assertEquals(2 / 3.0, MiniatureTask.bound(items, 2), .01);
        assertEquals(1.0, MiniatureTask.bound(items, 3));
    }

    /** Finds each answer by intersecting the experts' sets hop by hop. */
    @Test
    void answersAreTheOnlyObjectsTheSetsShare() {
        for (TaskItem item : trio.items(Split.TEST, 400, 2)) {
            List<String> words = List.of(item.question().text().split(" ", -1));
            List<List<Integer>> sets = new ArrayList<>();
            for (int expert = 0; expert < 3; expert++) {
                sets.add(tables.cueSet(expert, Integer.parseInt(words.get(expert).substring(1))));
            }
            int hops = Integer.parseInt(words.getLast().substring(1));
            for (int hop = 1; hop < hops; hop++) {
                int object = only(sets);
                sets.clear();
                for (int expert = 0; expert < 3; expert++) {
                    sets.add(tables.objectSet(expert, object));
                }
            }
            assertEquals("y" + only(sets), item.question().answer());
        }
    }

    private static int only(List<List<Integer>> sets) {
        List<Integer> common = TrioTables.common(sets);
        assertEquals(1, common.size());
        return common.getFirst();
    }

    @Test
    void everyObjectIsInFourSetsOfEachExpert() {
        for (int expert = 0; expert < 3; expert++) {
            int[] seen = new int[TrioTables.OBJECTS];
            for (int cue = 0; cue < TrioTables.OBJECTS; cue++) {
                tables.cueSet(expert, cue).forEach(object -> seen[object]++);
            }
            for (int count : seen) {
                assertEquals(TrioTables.SET, count);
            }
        }
    }

    @Test
    void expertsAimAtTheWholeSetAndMostlyGoOn() {
        Random random = new Random(3);
        int heard = 0;
        for (int i = 0; i < 1000; i++) {
            AgentExample example = trio.example("expert2", random);
            boolean feedback = example.prompt().stream().anyMatch(PromptToken::inSlot);
            heard += feedback ? 1 : 0;
            int choices = example.message().getFirst().target().ids().size();
            assertTrue(choices == 4 || (feedback && choices == 1));
        }
        assertTrue(heard > 680 && heard < 820, "with feedback: " + heard);
    }

    @Test
    void summarizerHearsMixturesThatShareOneObject() {
        Random random = new Random(4);
        int mixtures = 0;
        for (int i = 0; i < 1000; i++) {
            AgentExample example = trio.example("summarizer", random);
            List<List<Integer>> sets =
                    example.prompt().stream()
                            .filter(PromptToken::inSlot)
                            .map(token -> token.mix().ids())
                            .filter(ids -> ids.size() > 1)
                            .toList();
            if (!sets.isEmpty()) {
                mixtures++;
                assertEquals(3, sets.size());
                assertEquals(List.of(example.message().getFirst().id()), TrioTables.common(sets));
            }
        }
        assertTrue(mixtures > 540 && mixtures < 660, "mixtures: " + mixtures);
    }

    @Test
    void listersSayWholeSetsAndTheReaderHearsThem() {
        TrioTask listing = TrioTask.listing();
        assertEquals(trio.questions(Split.TEST, 50, 1), listing.questions(Split.TEST, 50, 1));
        Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            int said = listing.example("lister1", random).message().size();
            assertTrue(said == 5 || said == 2, said + " words");
            AgentExample example = listing.example("reader", random);
            long heard = example.prompt().stream().filter(PromptToken::inSlot).count();
            assertTrue(heard == 15 || heard == 6, heard + " words");
        }
    }
}
