package dev.latentloom.engine.train;

import dev.latentloom.engine.link.RecursiveLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.List;

/**
 * What an inner link is trained towards, from a prompt and a target text. Gradients flow into the
 * link where they are recorded; the model stays as it is.
 */
public final class InnerObjective {
    private static final Kernel KERNEL = Kernel.load(InnerObjective.class, "inner.py");

    private InnerObjective() {}

    /**
     * The parts of the official objective.
     *
     * @param cosine mean of 1 − cos
     * @param meanSquaredError over all components
     */
    public record NextEmbedding(Tensor cosine, Tensor meanSquaredError) {
        /** The cosine part plus a share of the mean squared error. */
        public Tensor loss(double share, Scope owner) {
            return TensorKernels.add(
                    cosine, TensorKernels.scale(meanSquaredError, share, owner), owner);
        }
    }

    /**
     * The tutorial's: 1 − cos(link(h at the prompt's end), mean embedding of the target).
     *
     * @param targets ids (B, A), those below 0 left out
     */
    public static Tensor meanEmbedding(
            CausalLm lm, RecursiveLink link, FilledPrompt prompt, Tensor targets, Scope owner) {
        KvCache cache = lm.newGradientCache(prompt.pads(), owner);
        Tensor last = lm.lastHidden(prompt.embeddings(), cache, owner); // (B, 1, D)
        Tensor said = link.forward(last, owner);
        Tensor words = lm.embed(KERNEL.tensor(owner, "known", targets), owner);
        return KERNEL.tensor(owner, "mean_embedding", said, words, targets);
    }

    /**
     * The official code's, teacher-forced: at each position whose next token is in the target,
     * link(h) against that token's embedding.
     *
     * @param targets ids (B, A), those below 0 left out
     */
    public static NextEmbedding nextEmbedding(
            CausalLm lm, RecursiveLink link, FilledPrompt prompt, Tensor targets, Scope owner) {
        Tensor words = lm.embed(KERNEL.tensor(owner, "known", targets), owner); // (B, A, D)
        long length = targets.shape().get(1);
        Tensor before = TensorKernels.narrow(words, 1, 0, length - 1, owner);
        Tensor text = TensorKernels.concat(List.of(prompt.embeddings(), before), 1, owner);
        KvCache cache = lm.newGradientCache(prompt.pads(), owner);
        Tensor said = link.forward(lm.lastHidden(text, length, cache, owner), owner);
        List<Tensor> parts = KERNEL.tensors(owner, "next_embedding", said, words, targets);
        return new NextEmbedding(parts.get(0), parts.get(1));
    }
}
