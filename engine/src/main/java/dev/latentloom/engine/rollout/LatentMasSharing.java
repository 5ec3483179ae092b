package dev.latentloom.engine.rollout;

/** What of the cache one agent of a LatentMAS chain leaves to the next. */
public enum LatentMasSharing {
    /** Everything: all earlier prompts and thoughts. */
    ALL,
    /** The thoughts of the agent that just finished. */
    LATENT_ONLY,
    /** Prompt and thoughts of the agent that just finished. */
    LAST_AGENT
}
