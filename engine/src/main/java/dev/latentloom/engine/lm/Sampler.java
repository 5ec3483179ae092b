package dev.latentloom.engine.lm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Logits to probabilities to a token, in the order of transformers' {@code generate()}: repetition
 * penalty, temperature, top-k, top-p, min-p. In Java, so that a seed gives the same token anywhere.
 */
public final class Sampler {
    private static final double OUT = Double.NEGATIVE_INFINITY;

    private final SamplerSettings settings;

    public Sampler(SamplerSettings settings) {
        this.settings = settings;
    }

    /**
     * What {@link #sample} draws from.
     *
     * @param logits over the vocabulary
     * @param previous tokens already there, which the repetition penalty counts
     * @return probabilities over the vocabulary, all mass on one token at temperature 0
     */
    public double[] probabilities(float[] logits, long[] previous) {
        double[] scores = new double[logits.length];
        Arrays.setAll(scores, i -> logits[i]);
        penalise(scores, previous);
        if (settings.temperature() == 0) {
            double[] one = new double[scores.length];
            one[best(scores)] = 1;
            return one;
        }
        Arrays.setAll(scores, i -> scores[i] / settings.temperature());
        keepTopK(scores);
        keepTopP(scores);
        keepMinP(scores);
        return softmax(scores);
    }

    /** Draws one token. */
    public int sample(float[] logits, long[] previous, SplittableRandom random) {
        double[] probabilities = probabilities(logits, previous);
        double left = random.nextDouble();
        int last = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > 0) {
                last = i;
                left -= probabilities[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private void penalise(double[] scores, long[] previous) {
        if (settings.repetitionPenalty() == 1) {
            return;
        }
        for (long id : Arrays.stream(previous).distinct().toArray()) {
            int i = Math.toIntExact(id);
            double penalty = settings.repetitionPenalty();
            scores[i] = scores[i] < 0 ? scores[i] * penalty : scores[i] / penalty;
        }
    }

    private void keepTopK(double[] scores) {
        if (settings.topK() == 0 || settings.topK() >= scores.length) {
            return;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double least = sorted[scores.length - settings.topK()];
        drop(scores, i -> scores[i] < least);
    }

    private void keepTopP(double[] scores) {
        if (settings.topP() == 1) {
            return;
        }
        double[] mass = softmax(scores);
        Integer[] order = IntStream.range(0, mass.length).boxed().toArray(Integer[]::new);
        // ascending with a stable sort, as torch does it: the tail whose sum stays below 1 - p goes
        Arrays.sort(order, Comparator.comparingDouble(i -> mass[i]));
        double sum = 0;
        for (int rank = 0; rank < order.length - 1; rank++) {
            sum += mass[order[rank]];
            if (sum <= 1 - settings.topP()) {
                scores[order[rank]] = OUT;
            }
        }
    }

    private void keepMinP(double[] scores) {
        if (settings.minP() == 0) {
            return;
        }
        double[] mass = softmax(scores);
        double least = settings.minP() * Arrays.stream(mass).max().orElse(0);
        drop(scores, i -> mass[i] < least);
    }

    private static void drop(double[] scores, IntPredicate which) {
        for (int i = 0; i < scores.length; i++) {
            if (which.test(i)) {
                scores[i] = OUT;
            }
        }
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().orElse(0);
        double[] mass = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            mass[i] = Math.exp(scores[i] - max);
            sum += mass[i];
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return mass;
    }
}
