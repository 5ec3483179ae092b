package dev.latentloom.engine.train;

import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * What an inner link is trained towards, from a prompt (B, T) and a target text (B, A) without
 * padding. Gradients flow into the link where they are recorded; the model stays as it is.
 */
public final class InnerObjective {
    private static final Kernel KERNEL = Kernel.load(InnerObjective.class, "inner.py");

    private InnerObjective() {}

    /**
     * The parts of the official objective.
     *
     * @param loss cosine part plus a share of the mean squared error
     * @param cosine mean of 1 − cos
     * @param meanSquaredError over all components
     */
    public record NextEmbedding(Tensor loss, Tensor cosine, Tensor meanSquaredError) {}

    /** The tutorial's: 1 − cos(link(h at the prompt's end), mean embedding of the target). */
    public static Tensor meanEmbedding(
            CausalLm lm, RecursiveLink link, Tensor ids, Tensor targets, Scope owner) {
        Tensor prompt = lm.embed(ids, owner);
        int rows = Math.toIntExact(ids.shape().get(0));
        Tensor last = lm.lastHidden(prompt, lm.newCache(rows, owner), owner); // (B, 1, D)
        Tensor said = link.forward(last, owner);
        return KERNEL.tensor(owner, "mean_embedding", said, lm.embed(targets, owner));
    }

    /**
     * The official code's, teacher-forced: at each position whose next token is in the target,
     * link(h) against that token's embedding.
     *
     * @param mseShare weight of the mean squared error
     */
    public static NextEmbedding nextEmbedding(
            CausalLm lm,
            RecursiveLink link,
            List<Tensor> promptAndTarget,
            double mseShare,
            Scope owner) {
        Tensor text = TensorKernels.concat(promptAndTarget, 1, owner);
        int rows = Math.toIntExact(text.shape().get(0));
        Tensor hidden = lm.hidden(lm.embed(text, owner), lm.newCache(rows, owner), owner);
        long before = promptAndTarget.getFirst().shape().get(1) - 1;
        long length = promptAndTarget.getLast().shape().get(1);
        Tensor said = link.forward(TensorKernels.narrow(hidden, 1, before, length, owner), owner);
        Tensor targets = lm.embed(promptAndTarget.getLast(), owner);
        List<Tensor> parts = KERNEL.tensors(owner, "next_embedding", said, targets, mseShare);
        return new NextEmbedding(parts.get(0), parts.get(1), parts.get(2));
    }
}
