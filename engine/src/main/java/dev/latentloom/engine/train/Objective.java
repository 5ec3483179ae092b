package dev.latentloom.engine.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an inner link is trained towards, and from which states. */
public enum Objective {
    /** The embedding the sender's own softmax expects, from thoughts of the whole team. */
    @JsonProperty("on-policy")
    ON_POLICY,
    /** The same, but the right text of the sender stands, noised, in every slot. */
    @JsonProperty("true-text")
    TRUE_TEXT
}
