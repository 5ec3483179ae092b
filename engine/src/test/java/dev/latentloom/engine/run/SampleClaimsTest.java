package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** What the samples Trio, Ladder and Errata claim, on 100 items of their test splits. */
final class SampleClaimsTest {
    @AutoClose private static RelaySample samples;

    @BeforeAll
    static void open(@TempDir Path data) {
        samples = new RelaySample(data);
    }

    private static double accuracy(String sample, RunSettings settings)
            throws InterruptedException {
        Path folder = RelaySample.FOLDER.resolveSibling(sample);
        var run = new RunSpec.Evaluate(folder, null, null, 100, settings);
        return ((Number) samples.summary(run).getOrDefault("accuracy", -1)).doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"trio", "ladder", "errata"})
    void theTeamAnswersInLatentSpace(String sample) throws InterruptedException {
        double accuracy =
                accuracy(sample, RelaySample.settings(RunMode.LATENT, null, Control.NONE));
        assertTrue(accuracy >= 0.95, "accuracy " + accuracy);
    }

    @ParameterizedTest
    @CsvSource({"trio,.1", "ladder,.1", "errata,.12"})
    void withoutItsThoughtsItDoesNot(String sample, double most) throws InterruptedException {
        double accuracy =
                accuracy(sample, RelaySample.settings(RunMode.LATENT, null, Control.ZERO));
        assertTrue(accuracy <= most, "accuracy " + accuracy);
    }

    @Test
    void aWordIsNotEnoughForTrio() throws InterruptedException {
        double text = accuracy("trio", RelaySample.settings(RunMode.TEXT, null, Control.NONE));
        double snapped = accuracy("trio", RelaySample.settings(RunMode.LATENT, null, Control.SNAP));
        assertTrue(text <= 0.3 && snapped <= 0.3, "text " + text + ", snapped " + snapped);
    }

    @Test
    void errataNeedsItsTool() throws InterruptedException {
        RunSettings without =
                new RunSettings(
                        RunMode.LATENT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        100,
                        0);
        double accuracy = accuracy("errata", without);
        assertTrue(accuracy <= 0.05, "accuracy " + accuracy);
    }
}
