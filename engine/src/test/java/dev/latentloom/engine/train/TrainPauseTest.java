package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Trainings that are held up in their midst. */
final class TrainPauseTest {
    private static final long PATIENCE = 120;
    private static final long STOPS_WITHIN = 2_000_000_000L;
    private static final List<String> ENDS = List.of("metrics.csv", "checkpoints/last.safetensors");

    @TempDir private Path data;
    @AutoClose private TrainRelay relay;
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final StepGate gate = StepGate.open();

    @BeforeEach
    void open() {
        relay = new TrainRelay(data);
    }

    private RunSpec.Train spec() throws Exception {
        Map<String, String> changes = Map.of("iterations", "12", "validateEvery", "5");
        return TrainRelay.onFewQuestions(data, changes);
    }

    private <T extends RunEvent> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            RunEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            assertTrue(event != null && !(event instanceof RunEvent.Done), "before " + event);
        }
    }

    private JobHandle paused(int progress) throws Exception {
        JobHandle job = relay.runner.submit(spec(), gate, events::add);
        while (next(RunEvent.Progress.class).done() < progress) {
            // not far enough
        }
        gate.pause();
        assertTrue(next(RunEvent.Paused.class).waits());
        return job;
    }

    private static Path folder(List<RunEvent> told) {
        return told.stream()
                .filter(RunEvent.Started.class::isInstance)
                .map(event -> Path.of(((RunEvent.Started) event).folder()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPausedTrainingEndsBitForBitAsOneThatWasNotAndItsPauseCountsForNothing() throws Exception {
        Path whole = folder(relay.run(spec()));
        long begun = System.nanoTime();
        JobHandle job = paused(6);
        long waits = System.nanoTime();
        assertNull(events.poll(3, TimeUnit.SECONDS), "nothing happens while it waits");
        double waited = (System.nanoTime() - waits) * 1e-9;
        gate.goOn();
        assertFalse(next(RunEvent.Paused.class).waits());
        RunEvent.Checkpoint checkpoint = next(RunEvent.Checkpoint.class);
        Map<String, Object> summary = next(RunEvent.Done.class).summary();
        job.await();
        double all = (System.nanoTime() - begun) * 1e-9;
        for (String file : ENDS) {
            assertArrayEquals(
                    Files.readAllBytes(whole.resolve(file)),
                    Files.readAllBytes(Path.of(checkpoint.folder()).resolve(file)),
                    file);
        }
        assertEquals(12L, summary.get("steps"));
        double counted = ((Number) summary.getOrDefault("seconds", all)).doubleValue();
        assertTrue(counted < all - waited + 0.5, counted + " s of " + all + " s");
    }

    @Test
    void aPausedTrainingStopsAtOnceAndKeepsWhatItHas() throws Exception {
        JobHandle job = paused(3);
        long asked = System.nanoTime();
        job.cancel();
        job.await();
        assertTrue(System.nanoTime() - asked < STOPS_WITHIN, "stopped in 2 s");
        RunEvent.Checkpoint kept = next(RunEvent.Checkpoint.class);
        assertTrue(
                TrainCheckpoint.iteration(Course.file(Path.of(kept.folder()), Course.LAST)) >= 3);
        assertTrue(next(RunEvent.Done.class).cancelled());
    }

    @Test
    void closingEndsAPausedTraining() throws Exception {
        JobHandle job = paused(3);
        long asked = System.nanoTime();
        relay.runner.close();
        job.await();
        assertTrue(System.nanoTime() - asked < STOPS_WITHIN, "closed in 2 s");
        assertTrue(next(RunEvent.Done.class).cancelled());
    }
}
