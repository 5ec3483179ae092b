package dev.latentloom.engine.text;

import java.util.Arrays;
import java.util.List;

/**
 * A prompt as its model reads it: token ids, with slots between them for thoughts.
 *
 * @param pieces ids and slots in reading order; no two runs of ids are neighbours
 */
public record PromptPieces(List<Piece> pieces) {
    public PromptPieces {
        pieces = List.copyOf(pieces);
    }

    /** A run of ids or a {@link Slot}. */
    public sealed interface Piece permits Ids, Slot {}

    /** Ids of the agent's own tokenizer, at least one. */
    public record Ids(List<Long> ids) implements Piece {
        public Ids {
            ids = List.copyOf(ids);
        }

        static Ids of(long[] ids) {
            return new Ids(Arrays.stream(ids).boxed().toList());
        }
    }

    /** Number of token ids, slots not counted. */
    public int tokenCount() {
        return pieces.stream().mapToInt(p -> p instanceof Ids run ? run.ids().size() : 0).sum();
    }

    /** Names of the slots in reading order; a name stands as often as its slot does. */
    public List<String> slots() {
        return pieces.stream()
                .filter(Slot.class::isInstance)
                .map(piece -> ((Slot) piece).name())
                .toList();
    }
}
