package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

/**
 * What a drawing must know about a model, without loading it.
 *
 * @param name as agents name it
 * @param family such as {@code qwen3}
 * @param width hidden width D
 * @param bytes its weights in memory
 * @param cacheBytesPerToken keys and values of one token, over all layers
 * @param refusal why it cannot take part in latent mode, in words; null where it can
 */
public record ModelWidth(
        String name,
        String family,
        int width,
        long bytes,
        long cacheBytesPerToken,
        @Nullable String refusal) {
    /** Whether an agent of this model can think in latent steps. */
    public boolean usable() {
        return refusal == null;
    }
}
