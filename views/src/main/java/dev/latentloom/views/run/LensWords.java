package dev.latentloom.views.run;

import dev.latentloom.engine.job.NearToken;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tokens near a thought, as people read them. */
final class LensWords {
    private LensWords() {}

    /** All of them in one line, the nearest first. */
    static String line(List<NearToken> near) {
        return near.stream().map(LensWords::one).collect(Collectors.joining("  "));
    }

    /** The nearest alone; empty where there is none. */
    static String first(List<NearToken> near) {
        return near.isEmpty() ? "" : one(near.getFirst());
    }

    private static String one(NearToken token) {
        String shown = token.token().strip();
        return String.format(Locale.ROOT, "%s %.2f", shown.isEmpty() ? "␣" : shown, token.weight());
    }
}
