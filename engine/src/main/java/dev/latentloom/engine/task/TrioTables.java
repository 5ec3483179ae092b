package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The secrets of Trio: three experts, each with sets of four objects for every cue and every
 * object. Only the three sets together have one object in common.
 */
final class TrioTables {
    static final int OBJECTS = 32;
    static final int EXPERTS = 3;
    static final int SET = 4;
    static final int HOPS = 3;

    private final List<List<List<Integer>>> byCue = new ArrayList<>(); // expert, cue, members
    private final List<List<List<Integer>>> byObject = new ArrayList<>(); // expert, object, members
    private final List<Integer> next;

    TrioTables(long seed) {
        Random random = new Random(seed);
        next = Draws.permutation(OBJECTS, random);
        for (int expert = 0; expert < EXPERTS; expert++) {
            byCue.add(cueSets(random));
            byObject.add(new ArrayList<>());
        }
        for (int object = 0; object < OBJECTS; object++) {
            List<List<Integer>> sets = setsSharing(next.get(object), random);
            for (int expert = 0; expert < EXPERTS; expert++) {
                byObject.get(expert).add(sets.get(expert));
            }
        }
    }

    /** Sets for all cues out of whole permutations, so that each object is in exactly four. */
    private static List<List<Integer>> cueSets(RandomGenerator random) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int cue = 0; cue < OBJECTS; cue++) {
            sets.add(new ArrayList<>());
        }
        for (int i = 0; i < SET; i++) {
            List<Integer> order;
            do {
                order = Draws.permutation(OBJECTS, random);
            } while (clashes(sets, order));
            for (int cue = 0; cue < OBJECTS; cue++) {
                sets.get(cue).add(order.get(cue));
            }
        }
        return sets;
    }

    private static boolean clashes(List<List<Integer>> sets, List<Integer> order) {
        for (int cue = 0; cue < OBJECTS; cue++) {
            if (sets.get(cue).contains(order.get(cue))) {
                return true;
            }
        }
        return false;
    }

    /**
     * A random set for each expert, with exactly this object in common; members in random order.
     */
    static List<List<Integer>> setsSharing(int object, RandomGenerator random) {
        List<List<Integer>> sets = new ArrayList<>();
        do {
            sets.clear();
            for (int expert = 0; expert < EXPERTS; expert++) {
                List<Integer> members = new ArrayList<>(Draws.distinct(SET, OBJECTS, random));
                if (!members.contains(object)) {
                    members.set(random.nextInt(SET), object);
                }
                sets.add(List.copyOf(members));
            }
        } while (common(sets).size() != 1);
        return sets;
    }

    /** The objects all these sets hold. */
    static List<Integer> common(List<List<Integer>> sets) {
        List<Integer> shared = new ArrayList<>(sets.getFirst());
        sets.forEach(shared::retainAll);
        return shared;
    }

    /** The set an expert knows for its cue. */
    List<Integer> cueSet(int expert, int cue) {
        return byCue.get(expert).get(cue);
    }

    /** The set an expert knows for an object. */
    List<Integer> objectSet(int expert, int object) {
        return byObject.get(expert).get(object);
    }

    /** All cue triples with one object in common, each asked with every number of hops. */
    List<TaskItem> items() {
        List<TaskItem> items = new ArrayList<>();
        for (int a = 0; a < OBJECTS; a++) {
            for (int b = 0; b < OBJECTS; b++) {
                for (int c = 0; c < OBJECTS; c++) {
                    List<Integer> shared =
                            common(List.of(cueSet(0, a), cueSet(1, b), cueSet(2, c)));
                    if (shared.size() == 1) {
                        addHops(items, "k" + a + " k" + b + " k" + c, shared.getFirst());
                    }
                }
            }
        }
        return items;
    }

    private void addHops(List<TaskItem> items, String cues, int object) {
        int at = object;
        for (int hops = 1; hops <= HOPS; hops++) {
            Question question =
                    Question.of(cues + " n" + hops, "y" + at, Map.of("rounds", "" + hops));
            items.add(new TaskItem(question, hops, 1));
            at = next.get(at);
        }
    }
}
