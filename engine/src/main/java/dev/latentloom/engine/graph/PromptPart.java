package dev.latentloom.engine.graph;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a prompt: words, or the place of a slot.
 *
 * @param slot whether {@code text} is the name of a slot
 * @param text the words, or the slot's name
 * @param onlyIf the slot that must be filled for this piece to be shown; null where it always is
 */
public record PromptPart(boolean slot, String text, @Nullable String onlyIf) {}
