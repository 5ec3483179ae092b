package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What a drawing must know about a model, without loading it.
 *
 * @param name as agents name it
 * @param folder where its files lie
 * @param family such as {@code qwen3}
 * @param width hidden width D
 * @param parameters numbers in its weights; 0 where they could not be counted
 * @param dtype element type of its files, such as {@code BF16}; may be empty
 * @param bytes its weights in memory, in the element type in use
 * @param cacheBytesPerToken keys and values of one token, over all layers
 * @param refusal why it cannot take part in latent mode, in words; null where it can
 */
public record ModelWidth(
        String name,
        Path folder,
        String family,
        int width,
        long parameters,
        String dtype,
        long bytes,
        long cacheBytesPerToken,
        @Nullable String refusal) {
    /** Whether an agent of this model can think in latent steps. */
    public boolean usable() {
        return refusal == null;
    }
}
