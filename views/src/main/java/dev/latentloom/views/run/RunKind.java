package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunMode;

import java.util.List;

/** Which modes a question is answered in; text and latent together show side by side. */
public enum RunKind {
    BOTH("run.mode.both"),
    LATENT("run.mode.latent"),
    TEXT("run.mode.text"),
    LATENT_MAS("run.mode.latentMas");

    private final String key;

    RunKind(String key) {
        this.key = key;
    }

    /** Message key of its name. */
    public String key() {
        return key;
    }

    /** Modes in the order in which they run. */
    public List<RunMode> modes() {
        return switch (this) {
            case BOTH -> List.of(RunMode.LATENT, RunMode.TEXT);
            case LATENT -> List.of(RunMode.LATENT);
            case TEXT -> List.of(RunMode.TEXT);
            case LATENT_MAS -> List.of(RunMode.LATENT_MAS);
        };
    }

    /** Message key of one mode's name. */
    public static String keyOf(RunMode mode) {
        return switch (mode) {
            case LATENT -> LATENT.key;
            case TEXT -> TEXT.key;
            case LATENT_MAS -> LATENT_MAS.key;
        };
    }
}
