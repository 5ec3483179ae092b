package dev.latentloom.engine.run;

/** Notes when the first token came. */
final class FirstToken {
    private long at;

    void heard() {
        at = at == 0 ? System.nanoTime() : at;
    }

    /** Seconds from a start to the first token; to now where none came. */
    double after(long start) {
        return ((at == 0 ? System.nanoTime() : at) - start) * 1e-9;
    }
}
