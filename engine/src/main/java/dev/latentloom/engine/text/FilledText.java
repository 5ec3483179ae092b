package dev.latentloom.engine.text;

import java.util.List;
import java.util.Map;

/**
 * A prompt with the question filled in and its slots still open.
 *
 * @param pieces words and slots in reading order
 */
public record FilledText(List<Piece> pieces) {
    public FilledText {
        pieces = List.copyOf(pieces);
    }

    /** Words or a {@link Slot}. */
    public sealed interface Piece permits Words, Slot {}

    /** Text that is put in as it stands. */
    public record Words(String text) implements Piece {}

    /**
     * The whole as text.
     *
     * @param slotTexts what goes into each slot; a slot without text stays empty
     */
    public String text(Map<String, String> slotTexts) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words words -> text.append(words.text());
                case Slot slot -> text.append(slotTexts.getOrDefault(slot.name(), ""));
            }
        }
        return text.toString();
    }
}
