package dev.latentloom.views.graph.document;

import java.util.List;

/**
 * How many numbers a link learns, for each design of the official code, the tutorial and the
 * paper's ablation. All linear layers have biases but the skip of the designs without LayerNorm;
 * the hidden width is twice the receiver's where there are LayerNorms, else the receiver's.
 */
public final class LinkParameters {
    /** Designs an outer link can have, the default first. */
    public static final List<String> OUTER_DESIGNS =
            List.of("outer_ln_res", "outer", "outer_ln", "outer_2", "outer_res_1", "outer_1");

    /** The design a new wire gets. */
    public static final String DEFAULT_OUTER = "outer_ln_res";

    private LinkParameters() {}

    /**
     * Parameters of an outer link.
     *
     * @param design one of {@link #OUTER_DESIGNS}; an unknown one counts 0
     * @param in hidden width of the sender
     * @param out hidden width of the receiver
     */
    public static long outer(String design, long in, long out) {
        long wide = linear(in, 2 * out) + linear(2 * out, out);
        long twoLayers = linear(in, out) + linear(out, out);
        long norms = 2 * in + 2 * out;
        return switch (design) {
            case "outer_ln_res" -> wide + linear(in, out) + norms;
            case "outer_ln" -> wide + norms;
            case "outer" -> twoLayers + in * out;
            case "outer_2" -> twoLayers;
            case "outer_res_1" -> linear(in, out) + in * out;
            case "outer_1" -> linear(in, out);
            default -> 0;
        };
    }

    /** Parameters of an inner link of the default design at hidden width {@code d}. */
    public static long inner(long d) {
        return 2 * linear(d, d) + 4 * d;
    }

    private static long linear(long in, long out) {
        return in * out + out;
    }
}
