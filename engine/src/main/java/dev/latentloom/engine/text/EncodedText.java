package dev.latentloom.engine.text;

import java.util.List;

/**
 * A text as ids, with what each id stands for. All arrays and lists have one entry per id; callers
 * must not change the arrays.
 */
public final class EncodedText {
    private final long[] ids;
    private final long[] typeIds;
    private final List<String> tokens;
    private final int[] starts;
    private final int[] ends;

    EncodedText(long[] ids, long[] typeIds, List<String> tokens, int[] starts, int[] ends) {
        this.ids = ids;
        this.typeIds = typeIds;
        this.tokens = List.copyOf(tokens);
        this.starts = starts;
        this.ends = ends;
    }

    /** Token ids. */
    public long[] ids() {
        return ids;
    }

    /** 0 for the first text, 1 for the second of a pair. */
    public long[] typeIds() {
        return typeIds;
    }

    /** Tokens as the vocabulary spells them. */
    public List<String> tokens() {
        return tokens;
    }

    /** First character of each token in the text, in code points; 0 for tokens that were added. */
    public int[] starts() {
        return starts;
    }

    /** End of each token in the text, exclusive, in code points; 0 for tokens that were added. */
    public int[] ends() {
        return ends;
    }
}
