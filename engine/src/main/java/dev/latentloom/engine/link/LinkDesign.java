package dev.latentloom.engine.link;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The forms a trained link can have. GELU is the exact one; LayerNorm has weight and bias, eps
 * 1e-5. Inner links add the state itself, outer links add W3·x, where the design is residual.
 *
 * <p>The LayerNorm forms with residual are those of the official code ({@code ln_res_adapter},
 * {@code outer_ln_res_adapter}); the two-layer residual ones are the paper's formulas and the
 * tutorial's; the rest are rows of the paper's ablation.
 */
public enum LinkDesign {
    /** x + W2·GELU(W1·x + b1) + b2. */
    INNER("inner", 2, true, false),
    /** post_ln(x + proj2·GELU(proj1·pre_ln(x))). */
    INNER_LN_RES("inner_ln_res", 2, true, true),
    /** W1·x + b1. */
    INNER_1("inner_1", 1, false, false),
    /** x + W1·x + b1. */
    INNER_RES_1("inner_res_1", 1, true, false),
    /** W2·GELU(W1·x + b1) + b2. */
    INNER_2("inner_2", 2, false, false),
    /** post_ln(proj2·GELU(proj1·pre_ln(x))). */
    INNER_LN("inner_ln", 2, false, true),
    /** W3·x + W2·GELU(W1·x + b1) + b2. */
    OUTER("outer", 2, true, false),
    /** ln_target(proj2·GELU(proj1·ln_source(x)) + residual_proj·x). */
    OUTER_LN_RES("outer_ln_res", 2, true, true),
    /** W1·x + b1. */
    OUTER_1("outer_1", 1, false, false),
    /** W3·x + W1·x + b1. */
    OUTER_RES_1("outer_res_1", 1, true, false),
    /** W2·GELU(W1·x + b1) + b2. */
    OUTER_2("outer_2", 2, false, false),
    /** ln_target(proj2·GELU(proj1·ln_source(x))). */
    OUTER_LN("outer_ln", 2, false, true);

    /** What {@link #alike} knows. */
    private static final List<String> FORMS =
            List.of("residual", "ln_res", "1", "res_1", "2", "ln");

    private final String id;
    private final int layers;
    private final boolean residual;
    private final boolean norms;

    LinkDesign(String id, int layers, boolean residual, boolean norms) {
        this.id = id;
        this.layers = layers;
        this.residual = residual;
        this.norms = norms;
    }

    /** The design a file or a graph names. */
    public static LinkDesign of(String id) throws WorkbenchException {
        for (LinkDesign design : values()) {
            if (design.id.equals(id)) {
                return design;
            }
        }
        String known =
                Arrays.stream(values()).map(LinkDesign::id).collect(Collectors.joining(", "));
        throw new WorkbenchException("link.unknownDesign", id, known);
    }

    /**
     * The design of a form for one kind of links.
     *
     * @param form {@code residual, ln_res, 1, res_1, 2, ln}, or the id of a design of that form
     * @throws WorkbenchException where it is neither
     */
    public static LinkDesign alike(String form, boolean inner) throws WorkbenchException {
        String bare = form.replaceFirst("^(inner|outer)(_|$)", "");
        if (!bare.isEmpty() && !FORMS.contains(bare)) {
            throw new WorkbenchException("link.unknownForm", form, String.join(", ", FORMS));
        }
        String kind = inner ? "inner" : "outer";
        boolean plain = bare.isEmpty() || bare.equals("residual");
        return of(plain ? kind : kind + "_" + bare);
    }

    /** Name in files, graphs and settings. */
    public String id() {
        return id;
    }

    /** Whether it maps into the sender's own embedding space, so that in and out are one width. */
    public boolean inner() {
        return id.startsWith("inner");
    }

    /** Whether the state itself, or its projection, is added. */
    public boolean residual() {
        return residual;
    }

    /** Whether it ends in a LayerNorm, whose weight sets the length of what comes out. */
    public boolean norms() {
        return norms;
    }

    /** Hidden width where nothing else is said: 2·out for outer LayerNorm forms, else out. */
    public int usualHidden(int out) {
        return norms && !inner() ? 2 * out : out;
    }

    Set<LinkPart> parts() {
        EnumSet<LinkPart> parts = EnumSet.of(LinkPart.FIRST);
        if (layers == 2) {
            parts.add(LinkPart.SECOND);
        }
        if (residual && !inner()) {
            parts.add(LinkPart.SKIP);
        }
        if (norms) {
            parts.add(LinkPart.NORM_IN);
            parts.add(LinkPart.NORM_OUT);
        }
        return parts;
    }

    /** The official code's name of a part, or the tutorial's where there are no norms. */
    String nameOf(LinkPart part) {
        return switch (part) {
            case NORM_IN -> inner() ? "pre_ln" : "ln_source";
            case FIRST -> norms ? "proj1" : "W1";
            case SECOND -> norms ? "proj2" : "W2";
            case SKIP -> norms ? "residual_proj" : "W3";
            case NORM_OUT -> inner() ? "post_ln" : "ln_target";
        };
    }

    /** The tutorial's W3 is the only part without a bias. */
    boolean biased(LinkPart part) {
        return part != LinkPart.SKIP || norms;
    }
}
