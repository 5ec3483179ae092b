package dev.latentloom.engine.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is done to every hand-over of every round, to see what the thoughts are worth. */
public enum Control {
    @JsonProperty("none")
    NONE,
    /** Zero vectors. */
    @JsonProperty("zero")
    ZERO,
    /** Thoughts of another question of the same set; a derangement. */
    @JsonProperty("shuffle")
    SHUFFLE,
    /** The mean thoughts over the set. */
    @JsonProperty("mean")
    MEAN,
    /** Gaussian noise with the norm of each vector. */
    @JsonProperty("noise")
    NOISE,
    /** Each vector replaced by the receiver's nearest token embedding (cosine). */
    @JsonProperty("snap")
    SNAP,
    /** No latent steps: the slot stays empty. */
    @JsonProperty("m0")
    M0
}
