package dev.latentloom.views.graph;

import java.util.List;

/**
 * A prompt as a model reads it.
 *
 * @param pieces words and slots in reading order
 * @param tokens its tokens without what goes into the slots
 */
public record PromptText(List<Piece> pieces, int tokens) {
    public PromptText {
        pieces = List.copyOf(pieces);
    }

    /**
     * Words, or the place of a slot.
     *
     * @param slot whether {@code text} is a slot's name
     */
    public record Piece(boolean slot, String text) {}
}
