package dev.latentloom.engine.train;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the links learn in one stage of a recipe. */
public enum Method {
    /** Inner links, each agent by itself, by the recipe's {@link Objective}. */
    @JsonProperty("inner-loop")
    INNER_LOOP("inner-loop"),
    /** Inner and outer links together by on-policy regression. */
    @JsonProperty("joint-regression")
    JOINT_REGRESSION("joint-regression");

    private final String key;

    Method(String key) {
        this.key = key;
    }

    /** Name in files and message keys. */
    public String key() {
        return key;
    }

    /** Whether a stage of this kind has work where only these links learn. */
    boolean runs(boolean inner, boolean outer) {
        return switch (this) {
            case INNER_LOOP -> inner;
            case JOINT_REGRESSION -> inner || outer;
        };
    }
}
