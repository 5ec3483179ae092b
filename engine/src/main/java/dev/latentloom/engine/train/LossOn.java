package dev.latentloom.engine.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a cross-entropy through several rounds is taken. */
public enum LossOn {
    /** The last turn alone. */
    @JsonProperty("last")
    LAST,
    /** Earlier ones as well, by their mean. */
    @JsonProperty("all")
    ALL
}
