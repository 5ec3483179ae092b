package dev.latentloom.views.train;

import org.jspecify.annotations.Nullable;

/** Which links a training teaches. */
public enum TrainStage {
    BOTH("train.form.stage.both", null),
    INNER("train.form.stage.inner", "inner"),
    OUTER("train.form.stage.outer", "outer");

    private final String key;
    private final @Nullable String word;

    TrainStage(String key, @Nullable String word) {
        this.key = key;
        this.word = word;
    }

    /** Message key of its name. */
    public String key() {
        return key;
    }

    /** As a job names it; null for one after the other. */
    @Nullable String word() {
        return word;
    }
}
