package dev.latentloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Timeout(300)
final class StepTest {
    private static final long PATIENCE = 120;

    @TempDir private static Path data;
    @AutoClose private static RelaySample sample;

    private final StepGate gate = StepGate.closed();
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

    @BeforeAll
    static void open() {
        sample = new RelaySample(data);
    }

    private static RunSpec.Answer ask(RunMode mode, @Nullable String links) {
        RunSettings settings = RelaySample.settings(mode, links, Control.NONE).withLens(5);
        return new RunSpec.Answer(RelaySample.FOLDER, null, "e3 A A C B A .", settings);
    }

    private JobHandle start(RunMode mode, @Nullable String links) {
        return sample.runner.submit(ask(mode, links), gate, events::add);
    }

    /** The next event of a kind; all before it are dropped. */
    private <T extends RunEvent> T next(Class<T> kind) throws InterruptedException {
        while (true) {
            RunEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            assertTrue(
                    event != null && !(event instanceof RunEvent.Done),
                    "no " + kind.getSimpleName() + " before " + event);
        }
    }

    private void waits() throws InterruptedException {
        while (!next(RunEvent.Stage.class).key().equals("run.step.waiting")) {
            // loading tells stages of its own
        }
        assertTrue(events.isEmpty(), "nothing happens while it waits");
    }

    @Test
    void eachStepIsOneThoughtAndReleaseRunsToTheEnd() throws InterruptedException {
        JobHandle job = start(RunMode.LATENT, "soft-token");
        waits();
        gate.step();
        assertEquals(new RunEvent.LatentStep(1, "planner", 1, 8), next(RunEvent.LatentStep.class));
        RunEvent.Lens lens = next(RunEvent.Lens.class);
        assertEquals(1, lens.step());
        waits();
        gate.step();
        assertEquals(2, next(RunEvent.LatentStep.class).step());
        waits();
        gate.release();
        String stepped = next(RunEvent.ItemResult.class).answer();
        job.await();
        RunEvent.ItemResult atOnce =
                sample.run(ask(RunMode.LATENT, "soft-token")).stream()
                        .filter(RunEvent.ItemResult.class::isInstance)
                        .map(RunEvent.ItemResult.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertEquals(atOnce.answer(), stepped);
    }

    @Test
    void theLensReadsTheThoughtInBothVocabularies() throws InterruptedException {
        gate.release();
        start(RunMode.LATENT, "soft-token").await();
        RunEvent.Lens lens = next(RunEvent.Lens.class);
        List<NearToken> own = lens.sender();
        assertEquals(5, own.size());
        double sum = own.stream().mapToDouble(NearToken::weight).sum();
        assertTrue(sum > 0.5 && sum <= 1.0001, "probabilities, not " + own);
        for (int i = 1; i < own.size(); i++) {
            assertTrue(own.get(i - 1).weight() >= own.get(i).weight(), own.toString());
        }
        List<NearToken> received = lens.receivers().getOrDefault("planner-critic", List.of());
        assertEquals(5, received.size());
        assertTrue(received.getFirst().weight() <= 1.0001);
        if (own.getFirst().weight() > 0.9) { // the bridge hands over the likeliest embedding
            assertEquals(own.getFirst().token(), received.getFirst().token());
        }
        assertEquals(List.of("planner-critic"), List.copyOf(lens.receivers().keySet()));
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnce() throws InterruptedException {
        JobHandle job = start(RunMode.LATENT, "soft-token");
        waits();
        long asked = System.nanoTime();
        job.cancel();
        job.await();
        assertTrue(System.nanoTime() - asked < 2_000_000_000L, "stopped in 2 s");
        assertTrue(next(RunEvent.Done.class).cancelled());
    }

    @Test
    void whatItWaitedCountsForNothing() throws InterruptedException {
        JobHandle job = start(RunMode.LATENT, "soft-token");
        waits();
        long since = System.nanoTime();
        while (System.nanoTime() - since < 1_500_000_000L) {
            Thread.onSpinWait(); // the time that must not be counted
        }
        gate.release();
        RunEvent.TurnDone turn = next(RunEvent.TurnDone.class);
        job.await();
        assertTrue(turn.seconds() < 1.4, "waiting was counted: " + turn);
    }

    @Test
    void textIsSteppedTokenByToken() throws InterruptedException {
        JobHandle job = start(RunMode.TEXT, null);
        waits();
        gate.step();
        RunEvent.Token first = next(RunEvent.Token.class);
        assertEquals("planner", first.agent());
        waits();
        job.cancel();
        job.await();
        assertInstanceOf(RunEvent.Done.class, next(RunEvent.Done.class));
    }
}
