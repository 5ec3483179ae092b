package dev.latentloom.engine.link;

import dev.latentloom.engine.tensor.Shape;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A design with its widths: everything about a trained link but its values.
 *
 * @param in width of the sender's hidden states
 * @param out width of the receiver's embeddings; equals {@code in} for inner designs
 * @param hidden width between the two layers; of no meaning where there is one
 */
public record LinkShape(LinkDesign design, int in, int out, int hidden) {
    public LinkShape {
        if (in < 1 || out < 1 || hidden < 1 || (design.inner() && in != out)) {
            throw new IllegalArgumentException(
                    "%s cannot map %d to %d through %d".formatted(design.id(), in, out, hidden));
        }
    }

    /** With the design's usual hidden width. */
    public static LinkShape of(LinkDesign design, int in, int out) {
        return new LinkShape(design, in, out, design.usualHidden(out));
    }

    /** Names and shapes of all weights, in the order in which a state passes them. */
    public Map<String, Shape> weights() {
        Map<String, Shape> weights = new LinkedHashMap<>();
        for (LinkPart part : design.parts()) {
            String name = design.nameOf(part);
            weights.put(name + ".weight", shapeOf(part));
            if (design.biased(part)) {
                weights.put(name + ".bias", Shape.of(shapeOf(part).get(0)));
            }
        }
        return weights;
    }

    /** Trainable numbers. */
    public long parameters() {
        return weights().values().stream().mapToLong(Shape::size).sum();
    }

    /** Extents of a part's weight; its bias has the first of them. */
    Shape shapeOf(LinkPart part) {
        boolean two = design.parts().contains(LinkPart.SECOND);
        return switch (part) {
            case NORM_IN -> Shape.of(in);
            case FIRST -> Shape.of(two ? hidden : out, in);
            case SECOND -> Shape.of(out, hidden);
            case SKIP -> Shape.of(out, in);
            case NORM_OUT -> Shape.of(out);
        };
    }
}
