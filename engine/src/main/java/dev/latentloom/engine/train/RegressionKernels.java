package dev.latentloom.engine.train;

import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/** The typed face of the regression's TorchScript text. */
final class RegressionKernels {
    private static final Kernel KERNEL = Kernel.load(RegressionKernels.class, "regression.py");

    private RegressionKernels() {}

    /** Weight of each of N thoughts, from the sender's logits (N, V). */
    static Tensor weights(Tensor logits, List<Integer> ends, double ended, Scope owner) {
        long[] ids = ends.stream().mapToLong(Integer::longValue).toArray();
        return KERNEL.tensor(owner, "weights", logits, ids, ended);
    }

    /** Variance of a model's input embeddings, its scaling included. */
    static double variance(CausalLm lm) {
        return KERNEL.number("variance", lm.embeddingTable(), lm.config().embeddingScale());
    }

    /** Weighted mean of 1 − cos + share·MSE/variance over (N, D). */
    static Tensor loss(Tensor y, RegressionTarget target, double mseShare, Scope owner) {
        return KERNEL.tensor(
                owner,
                "regression",
                y,
                target.values(),
                target.weights(),
                mseShare,
                target.variance());
    }

    /** The same rows of several tensors. */
    static List<Tensor> rows(List<Tensor> xs, Tensor index, Scope owner) {
        return KERNEL.tensors(owner, "picked", xs, index);
    }

    /** Common norm of several tensors. */
    static double norm(List<Tensor> xs) {
        return KERNEL.number("norm", xs);
    }

    /** The same values without their history. */
    static Tensor detached(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "cut", x);
    }
}
