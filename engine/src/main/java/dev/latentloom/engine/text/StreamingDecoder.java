package dev.latentloom.engine.text;

import java.util.Arrays;

/**
 * Turns ids into text one by one. A character may need several ids, so a text that ends in U+FFFD
 * is held back until a later id completes it or {@link #flush} is called.
 *
 * <p>Decodes a window that begins one piece before the text not yet given out, because a token may
 * read differently at the beginning of a text (a leading space is dropped there, for example).
 */
public final class StreamingDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private final Tokenizer tokenizer;
    private final boolean skipSpecial;
    private long[] window = new long[64];
    private int size;
    private int given; // ids of the window whose text has been given out

    /**
     * @param skipSpecial whether special tokens give no text
     */
    public StreamingDecoder(Tokenizer tokenizer, boolean skipSpecial) {
        this.tokenizer = tokenizer;
        this.skipSpecial = skipSpecial;
    }

    /** Takes the next id and gives the text that is certain now; empty while held back. */
    public String add(long id) {
        if (size == window.length) {
            window = Arrays.copyOf(window, size * 2);
        }
        window[size++] = id;
        String text = decode(0, size);
        boolean unfinished = !text.isEmpty() && text.charAt(text.length() - 1) == REPLACEMENT;
        return unfinished ? "" : giveOut(text);
    }

    /** Gives what is still held back; afterwards a new text may begin. */
    public String flush() {
        String rest = giveOut(decode(0, size));
        size = 0;
        given = 0;
        return rest;
    }

    private String giveOut(String text) {
        String before = decode(0, given);
        if (before.startsWith(text)) {
            return ""; // nothing new; the window grows until there is
        }
        // Invalid bytes can spoil characters already given out: then the new ids speak alone.
        String fresh =
                text.startsWith(before) ? text.substring(before.length()) : decode(given, size);
        System.arraycopy(window, given, window, 0, size - given);
        size -= given;
        given = size;
        return fresh;
    }

    private String decode(int from, int to) {
        return tokenizer.decode(Arrays.copyOfRange(window, from, to), skipSpecial);
    }
}
