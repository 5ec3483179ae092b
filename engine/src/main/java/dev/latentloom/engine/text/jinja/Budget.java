package dev.latentloom.engine.text.jinja;

/** What one rendering may use, so that a hostile template ends with an error instead of never. */
final class Budget {
    /** Real templates need some thousand steps. */
    static final long MOST_STEPS = 2_000_000;

    /** Longest text a rendering or one of its values may have, in characters. */
    static final int LONGEST_TEXT = 16 << 20;

    private static final int DEEPEST = 250;
    private static final int CHARACTERS_PER_STEP = 64;

    private long steps;
    private int depth;

    void step() {
        if (++steps > MOST_STEPS) {
            throw JinjaException.limit("it needs more than " + MOST_STEPS + " steps");
        }
    }

    /** Accounts for making a value of so many characters or items. */
    void charge(long size) {
        if (size > LONGEST_TEXT) {
            throw JinjaException.limit("it makes a text of more than 16 million characters");
        }
        steps += size / CHARACTERS_PER_STEP;
        step();
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw JinjaException.limit("its calls or expressions are nested too deeply");
        }
    }

    void leave() {
        depth--;
    }
}
