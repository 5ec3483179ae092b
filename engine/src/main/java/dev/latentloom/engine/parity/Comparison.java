package dev.latentloom.engine.parity;

import org.jspecify.annotations.Nullable;

/**
 * One value of ours held against its reference.
 *
 * @param part what kind of reference it is, such as {@code model}, {@code tokenizer}, {@code chat}
 * @param caseName folder or file of the case, such as {@code qwen2-tied-bf16}
 * @param name what was compared inside the case: a tensor's name or the case's own name
 * @param difference largest absolute difference; of texts and ids 0 when equal, else 1
 * @param limit largest difference that still passes, in the same unit
 * @param ok whether it passes
 * @param note why it fails or what has to be said about it; null when there is nothing to say
 */
public record Comparison(
        String part,
        String caseName,
        String name,
        double difference,
        double limit,
        boolean ok,
        @Nullable String note) {

    /** A comparison of numbers: passes up to {@code limit}; a difference that is NaN fails. */
    public static Comparison ofNumbers(
            String part, String caseName, String name, double difference, double limit) {
        boolean ok = difference <= limit;
        return new Comparison(part, caseName, name, difference, limit, ok, null);
    }

    /** A comparison of texts or ids: passes only when equal, which {@code problem} null says. */
    public static Comparison ofEquality(
            String part, String caseName, String name, @Nullable String problem) {
        boolean ok = problem == null;
        return new Comparison(part, caseName, name, ok ? 0 : 1, 0, ok, problem);
    }

    /** The same with a remark. */
    public Comparison noted(String remark) {
        return new Comparison(part, caseName, name, difference, limit, ok, remark);
    }
}
