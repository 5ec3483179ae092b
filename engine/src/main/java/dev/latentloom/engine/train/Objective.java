package dev.latentloom.engine.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an inner link is trained towards, and from which states. */
public enum Objective {
    /** The embedding the sender's own softmax expects, from thoughts of the whole team. */
    @JsonProperty("on-policy")
    ON_POLICY,
    /** The same, but the right text of the sender stands, noised, in every slot. */
    @JsonProperty("true-text")
    TRUE_TEXT,
    /** The next token's embedding, teacher-forced on the agent's right text: the official code. */
    @JsonProperty("next-embedding")
    NEXT_EMBEDDING,
    /** The mean embedding of the answer, from the prompt's last state: the tutorial. */
    @JsonProperty("mean-embedding")
    MEAN_EMBEDDING
}
