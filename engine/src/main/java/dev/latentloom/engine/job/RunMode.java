package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How agents hand over what they think; chosen by the user, never changed silently. */
public enum RunMode {
    /** Latent thoughts through links (RecursiveMAS). */
    @JsonProperty("latent")
    LATENT,
    /** Decoded messages. */
    @JsonProperty("text")
    TEXT,
    /** One model in several roles, KV cache handed over (LatentMAS). */
    @JsonProperty("latentmas")
    LATENT_MAS
}
