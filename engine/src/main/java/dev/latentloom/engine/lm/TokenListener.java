package dev.latentloom.engine.lm;

/** Hears every decoded token, and may end its row. */
@FunctionalInterface
public interface TokenListener {
    /** Hears nothing, ends nothing. */
    TokenListener NONE = (row, id) -> true;

    /**
     * A row has got a token; end tokens are not told.
     *
     * @return whether the row goes on
     */
    boolean token(int row, long id);
}
