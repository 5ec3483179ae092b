package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ForkTaskTest {
    private final ForkTask fork = new ForkTask();

    @Test
    void enoughQuestionsStayUnseenByTheLinks() {
        assertTrue(fork.items(Split.TEST, 1000, 0).size() >= 64);
        assertTrue(fork.items(Split.VALIDATION, 1000, 0).size() >= 32);
        Random random = new Random(0);
        Set<String> trained = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            trained.add(fork.trainingItem(random).question().text());
        }
        assertTrue(trained.size() > 100, "train on " + trained.size());
    }

    @Test
    void onlyOneOfFourCandidatesIsValidAndItGivesTheAnswer() {
        for (TaskItem item : fork.items(Split.TEST, 1000, 0)) {
            int entity = Integer.parseInt(item.question().text().substring(1));
            List<Integer> set = fork.tables().candidatesOf(entity);
            List<Integer> valid = set.stream().filter(ForkTables::valid).toList();
            assertEquals(1, valid.size());
            assertEquals(item.question().answer(), "o" + fork.tables().output(valid.getFirst()));
            for (int family = 0; family < ForkTables.FAMILIES; family++) {
                assertEquals(family, ForkTables.family(set.get(family)));
            }
        }
    }

    @Test
    void plannerNeverFavoursTheValidCandidate() {
        Random random = new Random(3);
        int open = 0;
        for (int i = 0; i < 1000; i++) {
            TokenMix target = fork.example("planner", random).message().getFirst().target();
            if (target.ids().size() == 4) {
                open++;
                assertEquals(TokenMix.uniform(target.ids()), target);
            }
        }
        assertTrue(open > 300, "first offers: " + open);
    }

    @Test
    void solverHearsMixturesWithOneValidCandidateInThem() {
        Random random = new Random(4);
        int mixtures = 0;
        for (int i = 0; i < 1000; i++) {
            AgentExample example = fork.example("solver", random);
            TokenMix slot =
                    example.prompt().stream()
                            .filter(PromptToken::inSlot)
                            .findFirst()
                            .orElseThrow()
                            .mix();
            int said = example.message().getFirst().id();
            assertTrue(slot.ids().contains(said));
            if (slot.ids().size() > 1) {
                mixtures++;
                assertTrue(slot.shares().get(slot.ids().indexOf(said)) >= .1);
                String verdict = fork.vocabulary().words().get(example.message().get(1).id());
                assertTrue(verdict.startsWith("o"), verdict);
            }
        }
        assertTrue(mixtures > 400 && mixtures < 600, "mixtures: " + mixtures);
    }

    @Test
    void readOutTakesTheOutput() {
        assertEquals("o5", fork.readOut("c17 o5 <eom>"));
        assertEquals("", fork.readOut("c17 NO"));
    }
}
