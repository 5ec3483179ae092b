package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The secrets of Fork. Candidates come in four families of 24, eight of each valid; an entity has
 * one candidate of each family, exactly one of the four valid. The 32 valid ones have an output
 * each.
 */
final class ForkTables {
    static final int ENTITIES = 256;
    static final int FAMILIES = 4;
    static final int FAMILY_SIZE = 24;
    static final int VALID_OF_FAMILY = 8;
    static final int OUTPUTS = FAMILIES * VALID_OF_FAMILY;

    private final List<List<Integer>> candidates = new ArrayList<>();
    private final List<Integer> outputs;

    ForkTables(long seed) {
        Random random = new Random(seed);
        outputs = Draws.permutation(OUTPUTS, random);
        for (int entity = 0; entity < ENTITIES; entity++) {
            candidates.add(candidateSet(random));
        }
    }

    /** One candidate of each family, in the families' order, exactly one of them valid. */
    static List<Integer> candidateSet(RandomGenerator random) {
        int validFamily = random.nextInt(FAMILIES);
        List<Integer> set = new ArrayList<>();
        for (int family = 0; family < FAMILIES; family++) {
            set.add(candidate(family, family == validFamily, random));
        }
        return set;
    }

    private static int candidate(int family, boolean valid, RandomGenerator random) {
        int place =
                valid
                        ? random.nextInt(VALID_OF_FAMILY)
                        : VALID_OF_FAMILY + random.nextInt(FAMILY_SIZE - VALID_OF_FAMILY);
        return family * FAMILY_SIZE + place;
    }

    /** The family of a candidate. */
    static int family(int candidate) {
        return candidate / FAMILY_SIZE;
    }

    /** Whether a candidate is valid: what only the solver knows. */
    static boolean valid(int candidate) {
        return candidate % FAMILY_SIZE < VALID_OF_FAMILY;
    }

    /** The four candidates of an entity, in the families' order: what only the planner knows. */
    List<Integer> candidatesOf(int entity) {
        return candidates.get(entity);
    }

    /** The valid one of a candidate set. */
    static int validOf(List<Integer> set) {
        return set.stream().filter(ForkTables::valid).findFirst().orElseThrow();
    }

    /** The output of a valid candidate. */
    int output(int candidate) {
        return outputs.get(family(candidate) * VALID_OF_FAMILY + candidate % FAMILY_SIZE);
    }

    /** One question for each entity. */
    List<TaskItem> items() {
        List<TaskItem> items = new ArrayList<>();
        for (int entity = 0; entity < ENTITIES; entity++) {
            String answer = "o" + output(validOf(candidates.get(entity)));
            items.add(new TaskItem(Question.of("e" + entity, answer, Map.of()), 1, 1));
        }
        return items;
    }
}
