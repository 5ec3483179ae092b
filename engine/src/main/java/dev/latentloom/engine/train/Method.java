package dev.latentloom.engine.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the links learn in one stage of a recipe. */
public enum Method {
    /** Inner links, each agent by itself, by the recipe's {@link Objective}. */
    @JsonProperty("inner-loop")
    INNER_LOOP("inner-loop"),
    /** Inner and outer links together by on-policy regression. */
    @JsonProperty("joint-regression")
    JOINT_REGRESSION("joint-regression"),
    /** Outer links by each reader's cross-entropy, over a growing number of turns. */
    @JsonProperty("hops")
    HOPS("hops"),
    /** Inner and outer links by the answer's cross-entropy through free rollouts of all rounds. */
    @JsonProperty("unrolled")
    UNROLLED("unrolled"),
    /** Outer links by the answer's cross-entropy, every agent forced onto its right text. */
    @JsonProperty("teacher-forced")
    TEACHER_FORCED("teacher-forced"),
    /** As the tutorial's listing does it: the link before the last agent alone. */
    @JsonProperty("tutorial")
    TUTORIAL("tutorial");

    private final String key;

    Method(String key) {
        this.key = key;
    }

    /** Name in files and message keys. */
    public String key() {
        return key;
    }

    /** Whether gradients go through whole turns of agents. */
    boolean unrolls() {
        return switch (this) {
            case UNROLLED, TEACHER_FORCED -> true;
            case INNER_LOOP, JOINT_REGRESSION, HOPS, TUTORIAL -> false;
        };
    }

    /** Whether a stage of this kind has work where only these links learn. */
    boolean runs(boolean inner, boolean outer) {
        return switch (this) {
            case INNER_LOOP -> inner;
            case JOINT_REGRESSION, UNROLLED -> inner || outer;
            case HOPS, TEACHER_FORCED, TUTORIAL -> outer;
        };
    }
}
