package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The secrets of Errata: a dictionary of 48 words to numbers below 31, of which 24 entries are
 * outdated; a correction from each old value 0–14 to a new one 15–29; and what operator words mean.
 */
final class ErrataTables {
    static final int WORDS = 48;
    static final int MODULUS = 31;
    static final int OPERATOR_WORDS = 6;
    static final int OLD_VALUES = 15;
    static final List<String> OPERATORS = List.of("+", "-", "*");

    private final List<Boolean> outdated = new ArrayList<>();
    private final List<Integer> dictionary = new ArrayList<>();
    private final List<Integer> corrections;
    private final List<Integer> meanings;

    ErrataTables(long seed) {
        Random random = new Random(seed);
        List<Integer> order = Draws.permutation(WORDS, random);
        for (int word = 0; word < WORDS; word++) {
            outdated.add(order.get(word) < WORDS / 2);
            dictionary.add(random.nextInt(outdated.getLast() ? OLD_VALUES : MODULUS));
        }
        corrections = Draws.permutation(OLD_VALUES, random);
        meanings = Draws.permutation(OPERATOR_WORDS, random);
    }

    /** Whether a word's entry is outdated: what only the reflector knows. */
    boolean outdated(int word) {
        return outdated.get(word);
    }

    /** The entry of a word, outdated or not: what only the caller knows. */
    int entry(int word) {
        return dictionary.get(word);
    }

    /** The right value of a word, given its entry; a value already corrected stays as it is. */
    int corrected(int word, int value) {
        return outdated(word) && value < OLD_VALUES ? OLD_VALUES + corrections.get(value) : value;
    }

    /** The operator an operator word stands for. */
    String operator(int operatorWord) {
        return OPERATORS.get(meanings.get(operatorWord) % OPERATORS.size());
    }

    /** The value of an expression modulo 31. */
    static int compute(int a, String operator, int b) {
        int value =
                switch (operator) {
                    case "+" -> a + b;
                    case "-" -> a - b;
                    default -> a * b;
                };
        return Math.floorMod(value, MODULUS);
    }

    /** Every two words with every operator word. */
    List<TaskItem> items() {
        List<TaskItem> items = new ArrayList<>();
        for (int a = 0; a < WORDS; a++) {
            for (int o = 0; o < OPERATOR_WORDS; o++) {
                for (int b = 0; b < WORDS; b++) {
                    items.add(item(a, o, b));
                }
            }
        }
        return items;
    }

    private TaskItem item(int a, int o, int b) {
        int right = compute(corrected(a, entry(a)), operator(o), corrected(b, entry(b)));
        int draft = compute(entry(a), operator(o), entry(b));
        int rounds = draft == right ? 1 : 2;
        Question question =
                Question.of(
                        "w" + a + " f" + o + " w" + b, "" + right, Map.of("rounds", "" + rounds));
        return new TaskItem(question, rounds, 1);
    }
}
