package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

/**
 * One link of a stored set, as its description tells.
 *
 * @param inner whether {@code id} names an agent, whose inner link it is, or a wire
 * @param design such as {@code outer_ln_res}
 * @param in width of the states it takes
 * @param out width of the embeddings it gives
 * @param parameters numbers it has learned
 * @param step training step at which it was written, 0 where it was not trained
 * @param loss last loss, null where it is not known
 * @param data what it was trained on, null where it is not known
 * @param recipe by which it was trained, null where it is not known
 */
public record LinkFact(
        boolean inner,
        String id,
        String design,
        int in,
        int out,
        long parameters,
        long step,
        @Nullable Double loss,
        @Nullable String data,
        @Nullable String recipe) {}
