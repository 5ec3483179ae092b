package dev.latentloom.engine.rollout;

import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * The prompts of a batch of questions as input embeddings, thoughts in their slots. Left padding
 * lives here and nowhere else: the last position is always a real one.
 */
public final class FilledPrompt {
    private final Tensor embeddings;
    private final long[] pads;

    private FilledPrompt(Tensor embeddings, long[] pads) {
        this.embeddings = embeddings;
        this.pads = pads;
    }

    /**
     * Puts rows of different length together, zeros on the left of the shorter ones.
     *
     * @param rows one (1, T of the row, D) for each question, none empty
     */
    public static FilledPrompt of(List<Tensor> rows, Scope owner) {
        long longest = rows.stream().mapToLong(row -> row.shape().get(1)).max().orElseThrow();
        long[] pads = rows.stream().mapToLong(row -> longest - row.shape().get(1)).toArray();
        return new FilledPrompt(TensorKernels.padLeft(rows, longest, owner), pads);
    }

    /** Rows of equal length without padding, (B, T, D). */
    public static FilledPrompt unpadded(Tensor embeddings) {
        return new FilledPrompt(embeddings, new long[Math.toIntExact(embeddings.shape().get(0))]);
    }

    /** The same prompts as other tensors of the same values, such as a leaf of autograd. */
    public FilledPrompt as(Tensor others) {
        return new FilledPrompt(others, pads);
    }

    /** (B, T, D), rows left-padded with zeros. */
    public Tensor embeddings() {
        return embeddings;
    }

    /** Padded positions of each row. */
    public long[] pads() {
        return pads.clone();
    }

    public int rows() {
        return pads.length;
    }

    /** T, the length of the longest row. */
    public int length() {
        return Math.toIntExact(embeddings.shape().get(1));
    }

    /** Real positions of all rows together. */
    public long tokens() {
        long padded = 0;
        for (long pad : pads) {
            padded += pad;
        }
        return (long) rows() * length() - padded;
    }
}
