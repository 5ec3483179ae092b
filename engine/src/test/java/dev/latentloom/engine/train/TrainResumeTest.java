package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.metric.TensorBoardFile;
import dev.latentloom.engine.project.RunFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Trainings that were stopped, refused or went wrong. */
final class TrainResumeTest {
    private static final String LAST = "checkpoints/last.safetensors";

    @TempDir private static Path data;
    @AutoClose private static TrainRelay relay;

    @BeforeAll
    static void open() {
        relay = new TrainRelay(data);
    }

    private static RunSpec.Train spec(Map<String, String> changes) throws Exception {
        return TrainRelay.onFewQuestions(data, changes);
    }

    private static Path folder(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(event -> Path.of(((RunEvent.Started) event).folder()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStoppedTrainingKeepsWhatItHasAndGoesOnToTheSameEnd() throws Exception {
        RunSpec.Train spec = spec(Map.of("iterations", "12", "validateEvery", "5"));
        Path whole = folder(relay.run(spec));
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(6);
        JobHandle handle =
                relay.runner.submit(
                        spec,
                        event -> {
                            events.add(event);
                            if (event instanceof RunEvent.Progress) {
                                begun.countDown();
                            }
                        });
        begun.await();
        long asked = System.nanoTime();
        handle.cancel();
        handle.await();
        assertTrue(System.nanoTime() - asked < 2_000_000_000L, "stopped in 2 s");
        var done = assertInstanceOf(RunEvent.Done.class, events.getLast());
        assertTrue(done.cancelled());
        Path run = folder(events);
        assertTrue(Files.exists(run.resolve(LAST)));
        assertTrue(Files.exists(relay.own.resolve("links").resolve(run.getFileName())));
        String id = String.valueOf(run.getFileName());
        Map<String, Object> summary =
                relay.summary(TrainRelay.resumed(TrainRelay.FOLDER, id, Map.of()));
        assertEquals(12L, summary.get("steps"));
        assertTrue(seconds(summary) > seconds(done.summary()), "both parts count");
        assertSame(whole, run);
        assertEquals("done", RunFolder.readRun(run).path("state").asText());
        byte[] links = Files.readAllBytes(linksOf(id));
        assertEquals(
                "train.resumeDone",
                relay.failure(TrainRelay.resumed(TrainRelay.FOLDER, run.toString(), Map.of())));
        assertSame(whole, run);
        assertArrayEquals(links, Files.readAllBytes(linksOf(id)));
        assertEquals("done", RunFolder.readRun(run).path("state").asText());
    }

    private static double seconds(Map<String, Object> summary) {
        return ((Number) summary.getOrDefault("seconds", Double.NaN)).doubleValue();
    }

    /** Description of one of the links a run has written. */
    private static Path linksOf(String run) {
        return relay.own.resolve("links").resolve(run).resolve("inner-planner.json");
    }

    private static void assertSame(Path whole, Path run) throws Exception {
        String metrics = "metrics.csv";
        assertEquals(
                Files.readString(whole.resolve(metrics)), Files.readString(run.resolve(metrics)));
        assertArrayEquals(
                Files.readAllBytes(whole.resolve(LAST)), Files.readAllBytes(run.resolve(LAST)));
        assertEquals(TensorBoardFile.read(whole).size(), TensorBoardFile.read(run).size());
        assertEquals(points(whole), points(run));
    }

    private static List<RunEvent> points(Path run) throws Exception {
        return RunFolder.readEvents(run).stream()
                .filter(RunEvent.MetricPoint.class::isInstance)
                .toList();
    }

    @Test
    void otherSettingsAreRefusedWithTheirDifferencesAndTheRunStaysAsItWas() throws Exception {
        RunSpec.Train spec = spec(Map.of("iterations", "1"));
        Path run = folder(relay.run(spec));
        String id = String.valueOf(run.getFileName());
        List<RunEvent> events =
                relay.run(TrainRelay.resumed(TrainRelay.FOLDER, id, Map.of("batch", "5")));
        var failed = assertInstanceOf(RunEvent.Failed.class, events.getLast());
        assertEquals("train.resumeChanged", failed.key());
        assertEquals("batch 4 → 5", failed.arguments().get(1));
        assertEquals("done", RunFolder.readRun(run).path("state").asText());
        RunSpec.Train nothing = TrainRelay.resumed(TrainRelay.FOLDER, "no-such-run", Map.of());
        assertEquals("project.noRun", relay.failure(nothing));
    }

    @Test
    void aLossThatIsNoNumberStopsTheTrainingAndKeepsTheLastCheckpoint() throws Exception {
        List<RunEvent> events =
                relay.run(
                        spec(
                                Map.of(
                                        "iterations", "8",
                                        "updates", "1",
                                        "learningRate", "1e30",
                                        "checkpointEvery", "1")));
        var failed = assertInstanceOf(RunEvent.Failed.class, events.getLast());
        assertTrue(
                List.of("train.notANumber", "train.diverged").contains(failed.key()),
                failed.toString());
        Path run = folder(events);
        assertTrue(TrainCheckpoint.iteration(run.resolve(LAST)) > 0);
        assertEquals("failed", RunFolder.readRun(run).path("state").asText());
    }
}
