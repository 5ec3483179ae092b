package dev.latentloom.engine.text.jinja;

/** Python's none as a value. */
public enum None {
    /** The only one. */
    NONE
}
