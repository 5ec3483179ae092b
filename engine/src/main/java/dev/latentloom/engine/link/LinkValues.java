package dev.latentloom.engine.link;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The numbers of a trained link in plain Java, for writing, reading and initialising.
 *
 * @param weights every weight of {@link LinkShape#weights()}, row by row
 */
public record LinkValues(LinkShape shape, Map<String, float[]> weights) {
    private static final double TUTORIAL_GAIN = 0.1;

    public LinkValues {
        weights = new LinkedHashMap<>(weights);
    }

    /**
     * Fresh values: torch's defaults U(±1/√fan-in) and LayerNorm 1 and 0; the {@code inner} design
     * starts as the tutorial's does, W1 Xavier-uniform with gain 0.1 and W2 zero, so as the
     * identity. Equal seeds give equal bits everywhere.
     *
     * @param lastNorm start of the last LayerNorm's weight: 1 as the official code has it, or
     *     {@link EmbeddingScale}; of no effect on designs without LayerNorm
     */
    public static LinkValues fresh(LinkShape shape, double lastNorm, long seed) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        LinkDesign design = shape.design();
        for (LinkPart part : design.parts()) {
            String weight = design.nameOf(part) + ".weight";
            String bias = design.nameOf(part) + ".bias";
            Shape extents = shape.shapeOf(part);
            double bound = bound(design, part, extents);
            double norm = part == LinkPart.NORM_OUT ? lastNorm : 1;
            weights.put(weight, draw(extents, bound, part.norm() ? norm : 0, random));
            if (design.biased(part)) {
                double biasBound = design == LinkDesign.INNER ? 0 : bound;
                weights.put(bias, draw(Shape.of(extents.get(0)), biasBound, 0, random));
            }
        }
        return new LinkValues(shape, weights);
    }

    private static double bound(LinkDesign design, LinkPart part, Shape extents) {
        if (part.norm()) {
            return 0;
        }
        if (design == LinkDesign.INNER) {
            return part == LinkPart.FIRST
                    ? TUTORIAL_GAIN * Math.sqrt(6.0 / (extents.get(0) + extents.get(1)))
                    : 0;
        }
        return 1 / Math.sqrt((double) extents.get(1));
    }

    private static float[] draw(Shape shape, double bound, double centre, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(shape.size())];
        if (bound == 0) {
            Arrays.fill(values, (float) centre);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return values;
    }

    /**
     * Checks that all weights are there, none is too many and each has its size.
     *
     * @throws WorkbenchException naming {@code file}, the weight and both sizes
     */
    LinkValues checked(String file) throws WorkbenchException {
        Map<String, Shape> expected = shape.weights();
        for (Map.Entry<String, Shape> entry : expected.entrySet()) {
            float[] values = weights.get(entry.getKey());
            long has = values == null ? 0 : values.length;
            if (has != entry.getValue().size()) {
                throw new WorkbenchException(
                        "link.weightSize", file, entry.getKey(), has, entry.getValue().size());
            }
        }
        for (String name : weights.keySet()) {
            if (!expected.containsKey(name)) {
                throw new WorkbenchException("link.weightUnknown", file, name, shape.design().id());
            }
        }
        return this;
    }
}
