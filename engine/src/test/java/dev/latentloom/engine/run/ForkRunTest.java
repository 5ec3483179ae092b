package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** What the fork sample claims, on all questions its links never saw. */
final class ForkRunTest {
    private static final Path FOLDER = RelaySample.FOLDER.resolveSibling("fork");
    @AutoClose private static RelaySample sample;

    @BeforeAll
    static void open(@TempDir Path data) {
        sample = new RelaySample(data);
    }

    private static double accuracy(
            RunMode mode, @Nullable String links, Control control, int rounds)
            throws InterruptedException {
        RunSettings settings =
                new RunSettings(
                        mode, links, null, rounds, control, null, null, null, null, null, 100, 0);
        var summary = sample.summary(new RunSpec.Evaluate(FOLDER, null, null, 200, settings));
        assertTrue(((Number) summary.getOrDefault("n", 0)).intValue() >= 64, "" + summary);
        return ((Number) summary.getOrDefault("accuracy", -1)).doubleValue();
    }

    @Test
    void wordsNeedFourRounds() throws InterruptedException {
        double one = accuracy(RunMode.TEXT, null, Control.NONE, 1);
        assertTrue(one < 0.40, "r = 1: " + one);
        assertEquals(1.0, accuracy(RunMode.TEXT, null, Control.NONE, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soft-token", "on-policy-1", "on-policy-2"})
    void thoughtsNeedOne(String links) throws InterruptedException {
        double accuracy = accuracy(RunMode.LATENT, links, Control.NONE, 1);
        assertTrue(accuracy >= 0.97, "accuracy " + accuracy);
    }

    @ParameterizedTest
    @EnumSource(
            value = Control.class,
            names = {"ZERO", "SHUFFLE", "MEAN", "NOISE", "M0"})
    void withoutItsThoughtsTheTeamGuesses(Control control) throws InterruptedException {
        double accuracy = accuracy(RunMode.LATENT, "on-policy-1", control, 1);
        assertTrue(accuracy <= 0.15, "accuracy " + accuracy);
    }
}
