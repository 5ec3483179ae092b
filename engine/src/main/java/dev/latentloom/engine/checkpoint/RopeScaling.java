package dev.latentloom.engine.checkpoint;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How rotary frequencies are changed to reach further than the model was first trained for; the
 * formulas are those of HuggingFace transformers' {@code modeling_rope_utils}.
 */
public sealed interface RopeScaling {

    /** Frequencies as they are. */
    record None() implements RopeScaling {}

    /** Every frequency divided by the factor. */
    record Linear(double factor) implements RopeScaling {}

    /**
     * Llama 3: short waves stay, long ones are divided by the factor, those between are blended.
     *
     * @param original positions of the first training
     */
    record Llama3(double factor, double lowFactor, double highFactor, int original)
            implements RopeScaling {}

    /**
     * YaRN: a ramp over the dimensions from kept to divided frequencies.
     *
     * @param original positions of the first training
     * @param attentionFactor what cos and sin are multiplied with
     * @param truncate whether the ramp begins and ends at whole dimensions
     */
    record Yarn(
            double factor,
            int original,
            double attentionFactor,
            double betaFast,
            double betaSlow,
            boolean truncate)
            implements RopeScaling {}

    /**
     * LongRoPE: one divisor for each frequency, another set beyond {@code original} positions.
     *
     * @param attentionFactor what cos and sin are multiplied with
     */
    record LongRope(
            List<Double> shortFactors,
            List<Double> longFactors,
            int original,
            double attentionFactor)
            implements RopeScaling {
        /** Copies the lists. */
        public LongRope {
            shortFactors = List.copyOf(shortFactors);
            longFactors = List.copyOf(longFactors);
        }
    }

    /** YaRN's attention factor, where the file gives none. */
    static double yarnAttentionFactor(
            double factor, @Nullable Double mscale, @Nullable Double mscaleAllDim) {
        if (mscale != null && mscaleAllDim != null && mscale != 0 && mscaleAllDim != 0) {
            return yarnMscale(factor, mscale) / yarnMscale(factor, mscaleAllDim);
        }
        return yarnMscale(factor, 1);
    }

    private static double yarnMscale(double factor, double mscale) {
        return factor <= 1 ? 1 : 0.1 * mscale * Math.log(factor) + 1;
    }
}
