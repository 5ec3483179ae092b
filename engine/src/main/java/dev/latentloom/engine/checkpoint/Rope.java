package dev.latentloom.engine.checkpoint;

import java.util.stream.IntStream;

/**
 * A rotary position embedding. Pairs of the first {@code dims} entries of a head are rotated by
 * position · frequency i; further entries stay. An odd share is rounded up to whole pairs, its
 * frequencies are not: so gpt_neox does it.
 *
 * @param theta base of the wave lengths
 * @param dims rotated entries of a head
 * @param scaling how the frequencies are changed for long contexts
 */
public record Rope(double theta, int dims, RopeScaling scaling) {

    /** Whether frequencies differ for sequences of different length (LongRoPE only). */
    public boolean dependsOnLength() {
        return scaling instanceof RopeScaling.LongRope;
    }

    /**
     * The inverse frequencies, dims / 2 of them rounded up, radians per position.
     *
     * @param length highest position of the batch + 1; matters to LongRoPE only
     */
    public double[] inverseFrequencies(int length) {
        return switch (scaling) {
            case RopeScaling.None() -> plain();
            case RopeScaling.Linear(double factor) -> {
                double[] plain = plain();
                yield IntStream.range(0, plain.length)
                        .mapToDouble(i -> plain[i] / factor)
                        .toArray();
            }
            case RopeScaling.Llama3 llama3 -> llama3(llama3);
            case RopeScaling.Yarn yarn -> yarn(yarn);
            case RopeScaling.LongRope longRope -> longRope(longRope, length);
        };
    }

    /** What cos and sin are multiplied with. */
    public double attentionFactor() {
        return switch (scaling) {
            case RopeScaling.Yarn yarn -> yarn.attentionFactor();
            case RopeScaling.LongRope longRope -> longRope.attentionFactor();
            case RopeScaling.None _, RopeScaling.Linear _, RopeScaling.Llama3 _ -> 1;
        };
    }

    private double[] plain() {
        return IntStream.range(0, (dims + 1) / 2)
                .mapToDouble(i -> Math.pow(theta, -2.0 * i / dims))
                .toArray();
    }

    private double[] llama3(RopeScaling.Llama3 llama3) {
        double longWave = llama3.original() / llama3.lowFactor();
        double shortWave = llama3.original() / llama3.highFactor();
        double[] frequencies = plain();
        for (int i = 0; i < frequencies.length; i++) {
            double frequency = frequencies[i];
            double wave = 2 * Math.PI / frequency;
            if (wave > longWave) {
                frequencies[i] = frequency / llama3.factor();
            } else if (wave >= shortWave) {
                double kept =
                        (llama3.original() / wave - llama3.lowFactor())
                                / (llama3.highFactor() - llama3.lowFactor());
                frequencies[i] = (1 - kept) * frequency / llama3.factor() + kept * frequency;
            }
        }
        return frequencies;
    }

    private double[] yarn(RopeScaling.Yarn yarn) {
        double begin = rotationDim(yarn.betaFast(), yarn.original());
        double end = rotationDim(yarn.betaSlow(), yarn.original());
        if (yarn.truncate()) {
            begin = Math.floor(begin);
            end = Math.ceil(end);
        }
        begin = Math.max(begin, 0);
        end = Math.min(end, dims - 1);
        double width = begin == end ? 0.001 : end - begin; // no division by zero
        double[] frequencies = plain();
        for (int i = 0; i < frequencies.length; i++) {
            double divided = Math.clamp((i - begin) / width, 0.0, 1.0);
            frequencies[i] *= divided / yarn.factor() + (1 - divided);
        }
        return frequencies;
    }

    /** The dimension whose wave turns {@code rotations} times over {@code positions}. */
    private double rotationDim(double rotations, int positions) {
        return dims * Math.log(positions / (rotations * 2 * Math.PI)) / (2 * Math.log(theta));
    }

    private double[] longRope(RopeScaling.LongRope longRope, int length) {
        var factors =
                length > longRope.original() ? longRope.longFactors() : longRope.shortFactors();
        double[] frequencies = plain();
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] /= factors.get(i);
        }
        return frequencies;
    }
}
