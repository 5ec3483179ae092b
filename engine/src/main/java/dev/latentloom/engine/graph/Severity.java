package dev.latentloom.engine.graph;

/** How much a problem of a graph matters. */
public enum Severity {
    /** The graph can run, but hardly as it was meant. */
    WARNING,
    /** The graph cannot run. */
    ERROR
}
