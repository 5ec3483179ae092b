package dev.latentloom.views.graph.document;

/** What a port gives or takes, and what a wire carries; its colour everywhere. */
public enum WireKind {
    QUESTION,
    /** Last hidden states, as wide as the agent's model. */
    THOUGHTS,
    /** Decoded text. */
    TEXT,
    ANSWER
}
