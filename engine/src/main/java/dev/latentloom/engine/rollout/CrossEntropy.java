package dev.latentloom.engine.rollout;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

/** How surprised an agent is by a given text. */
public final class CrossEntropy {
    /** Target that counts for nothing. */
    public static final long IGNORED = -100;

    private static final Kernel KERNEL = Kernel.load(CrossEntropy.class, "rollout.py");

    private CrossEntropy() {}

    /**
     * Mean over all positions whose target counts; nothing is shifted here.
     *
     * @param logits (B, A, V)
     * @param targets ids (B, A), {@link #IGNORED} where none
     * @return one number, differentiable
     */
    public static Tensor mean(Tensor logits, Tensor targets, Scope owner) {
        return KERNEL.tensor(owner, "cross_entropy", logits, targets);
    }

    /**
     * The same, every row by its own weight.
     *
     * @param weights (B)
     */
    public static Tensor weighted(Tensor logits, Tensor targets, Tensor weights, Scope owner) {
        return KERNEL.tensor(owner, "weighted_cross_entropy", logits, targets, weights);
    }

    /**
     * The probability of the target that is the least probable of its row.
     *
     * @param logits (B, A, V)
     * @param targets ids (B, A), {@link #IGNORED} where none
     * @return (B)
     */
    public static Tensor leastSure(Tensor logits, Tensor targets, Scope owner) {
        return KERNEL.tensor(owner, "least_sure", logits, targets);
    }
}
