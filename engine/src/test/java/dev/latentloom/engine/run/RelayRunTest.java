package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/** What the relay sample claims, on 200 items of its test split. */
final class RelayRunTest {
    @AutoClose private static RelaySample sample;

    @BeforeAll
    static void open(@TempDir Path data) {
        sample = new RelaySample(data);
    }

    private static double accuracy(RunSettings settings) throws InterruptedException {
        return ((Number)
                        sample.summary(sample.evaluate(200, settings)).getOrDefault("accuracy", -1))
                .doubleValue();
    }

    @ParameterizedTest
    @CsvSource({"TEXT,", "LATENT,soft-token", "LATENT,on-policy-1"})
    void theTeamAnswers(RunMode mode, String links) throws InterruptedException {
        double accuracy = accuracy(RelaySample.settings(mode, links, Control.NONE));
        assertTrue(accuracy >= 0.94, "accuracy " + accuracy);
    }

    @ParameterizedTest
    @EnumSource(
            value = Control.class,
            names = {"ZERO", "SHUFFLE", "MEAN", "NOISE", "M0"})
    void withoutItsThoughtsTheTeamIsAtChance(Control control) throws InterruptedException {
        double accuracy = accuracy(RelaySample.settings(RunMode.LATENT, "soft-token", control));
        assertTrue(accuracy <= 0.08, "accuracy " + accuracy);
    }

    @Test
    void untrainedLinksCarryNothing() throws InterruptedException {
        double accuracy = accuracy(RelaySample.settings(RunMode.LATENT, "untrained", Control.NONE));
        assertTrue(accuracy <= 0.08, "accuracy " + accuracy);
    }

    @Test
    void anAblationTellsAccuracyForEachNumberOfSteps() throws InterruptedException {
        List<RunEvent.Cell> cells =
                sample
                        .run(
                                new RunSpec.Ablate(
                                        RelaySample.FOLDER,
                                        null,
                                        List.of(0, 8),
                                        List.of(3),
                                        1,
                                        null,
                                        60,
                                        RelaySample.settings(
                                                RunMode.LATENT, "soft-token", Control.NONE)))
                        .stream()
                        .filter(RunEvent.Cell.class::isInstance)
                        .map(RunEvent.Cell.class::cast)
                        .toList();
        assertEquals(List.of(0, 8), cells.stream().map(RunEvent.Cell::steps).toList());
        assertEquals(60, cells.getLast().n());
        assertTrue(cells.getFirst().accuracy() < 0.2);
        assertTrue(cells.getLast().accuracy() > 0.9);
    }
}
