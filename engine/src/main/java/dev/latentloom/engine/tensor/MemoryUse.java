package dev.latentloom.engine.tensor;

/** A kind of native memory that is counted while a scope holds it. */
public enum MemoryUse {
    /** Weights of links. */
    LINKS,
    /** Keys and values of what models have read, in place. */
    CACHES
}
