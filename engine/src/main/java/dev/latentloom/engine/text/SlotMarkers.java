package dev.latentloom.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stand-ins for slots while a chat template renders. They consist of private-use characters and
 * digits: no template trims them, changes their case or escapes them, and they are chosen so that
 * no text of the prompt holds one.
 */
final class SlotMarkers {
    private static final char OPEN = '\uE0F0';
    private static final char CLOSE = '\uE0F1';

    private final List<Slot> slots = new ArrayList<>();
    private final String text;
    private final int nonce;

    /**
     * @param text the prompt whose slots are marked
     * @param neighbour other text that will stand in the same chat
     */
    SlotMarkers(FilledText text, String neighbour) {
        this.nonce = freeNonce(text, neighbour);
        StringBuilder marked = new StringBuilder();
        for (FilledText.Piece piece : text.pieces()) {
            switch (piece) {
                case FilledText.Words words -> marked.append(words.text());
                case Slot slot -> {
                    marked.append(marker(slots.size()));
                    slots.add(slot);
                }
            }
        }
        this.text = marked.toString();
    }

    private static int freeNonce(FilledText text, String neighbour) {
        int nonce = 0;
        while (true) {
            String start = OPEN + Integer.toString(nonce) + CLOSE;
            boolean taken = neighbour.contains(start);
            for (FilledText.Piece piece : text.pieces()) {
                taken |= piece instanceof FilledText.Words words && words.text().contains(start);
            }
            if (!taken) {
                return nonce;
            }
            nonce++;
        }
    }

    private String marker(int index) {
        return "" + OPEN + nonce + CLOSE + index + CLOSE;
    }

    /** The prompt with markers in place of slots. */
    String text() {
        return text;
    }

    /** Cuts a rendered chat at the markers; empty where a marker was lost, doubled or moved. */
    Optional<List<FilledText.Piece>> cut(String rendered) {
        List<FilledText.Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < slots.size(); i++) {
            String marker = marker(i);
            int at = rendered.indexOf(marker);
            if (at < from || rendered.indexOf(marker, at + 1) >= 0) {
                return Optional.empty();
            }
            addWords(rendered.substring(from, at), pieces);
            pieces.add(slots.get(i));
            from = at + marker.length();
        }
        addWords(rendered.substring(from), pieces);
        return Optional.of(pieces);
    }

    private static void addWords(String text, List<FilledText.Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new FilledText.Words(text));
        }
    }
}
