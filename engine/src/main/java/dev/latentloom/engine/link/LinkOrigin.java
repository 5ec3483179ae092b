package dev.latentloom.engine.link;

import org.jspecify.annotations.Nullable;

/**
 * Where a link comes from; null is unknown.
 *
 * @param source model whose states it takes
 * @param target model whose embeddings it gives
 * @param data what it was trained on
 * @param recipe by which it was trained
 * @param step training step at which it was written, 0 where untrained
 * @param loss last loss
 */
public record LinkOrigin(
        @Nullable String source,
        @Nullable String target,
        @Nullable String data,
        @Nullable String recipe,
        long step,
        @Nullable Double loss) {
    /** Nothing is known. */
    public static final LinkOrigin UNKNOWN = new LinkOrigin(null, null, null, null, 0, null);
}
