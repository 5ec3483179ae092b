package dev.latentloom.engine.link;

import dev.latentloom.engine.lm.CausalLm;

/** How long a model's input embeddings are, its own scaling (gemma's √D) included. */
public final class EmbeddingScale {
    private EmbeddingScale() {}

    /** Mean length of an embedding. */
    public static double meanNorm(CausalLm lm) {
        return LinkKernels.meanNorm(lm.embeddingTable()) * lm.config().embeddingScale();
    }

    /**
     * Mean length over √D: what the weight of a link's last LayerNorm starts at, so that what comes
     * out is as long as a token's embedding. Without it a rollout collapses after its first step.
     */
    public static double perDimension(CausalLm lm) {
        return meanNorm(lm) / Math.sqrt(lm.config().hidden());
    }
}
