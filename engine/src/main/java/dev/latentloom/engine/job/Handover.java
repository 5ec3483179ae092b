package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an edge sends, given the sender's last hidden states H. */
public enum Handover {
    /** outer(H): the paper's formula and the tutorial. */
    @JsonProperty("outer")
    OUTER,
    /** outer(inner(H)): the official inference code. */
    @JsonProperty("outer_inner")
    OUTER_INNER
}
