package dev.latentloom.views.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

class JobsTest {
    private static final RunSpec SPEC =
            new RunSpec.Answer(Path.of("p"), null, "q", RunSettings.DEFAULTS);

    private final List<Consumer<RunEvent>> listeners = new ArrayList<>();
    private final Queue<Runnable> frames = new ArrayDeque<>();
    private final LogModel log = new LogModel();
    private long now = 1;
    private int cancels;
    private final Jobs jobs = new Jobs(new Runner(), frames::add, log, () -> now);

    private final class Runner implements JobRunner, JobHandle {
        @Override
        public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
            listeners.add(listener);
            return this;
        }

        @Override
        public void cancel() {
            cancels++;
        }

        @Override
        public void await() {}

        @Override
        public boolean finished() {
            return false;
        }

        @Override
        public void close() {}
    }

    private void frame() {
        for (Runnable work = frames.poll(); work != null; work = frames.poll()) {
            work.run();
        }
    }

    @Test
    void eventsOfOneFrameComeInOneBatchAndInOrder() {
        List<List<RunEvent>> batches = new ArrayList<>();
        jobs.submit("job", SPEC, batches::add);
        RunEvent first = new RunEvent.Progress(1, 10);
        RunEvent second = new RunEvent.Progress(2, 10);
        listeners.getFirst().accept(first);
        listeners.getFirst().accept(second);
        assertEquals(1, frames.size());
        frame();
        assertEquals(List.of(List.of(first, second)), batches);
    }

    @Test
    void remainingTimeIsEstimatedFromWhatIsDone() {
        JobEntry entry = jobs.submit("job", SPEC, events -> {});
        listeners.getFirst().accept(new RunEvent.Started("7", "runs/7"));
        frame();
        now += 10_000_000_000L;
        listeners.getFirst().accept(new RunEvent.Progress(1, 4));
        frame();
        assertEquals(0.25, entry.fractionProperty().get());
        assertEquals("about 30 s left", entry.timeProperty().get());
        assertEquals("7", entry.run());
    }

    @Test
    void timeStandsStillWhileAJobIsPaused() {
        JobEntry entry = jobs.submit("job", SPEC, events -> {});
        listeners.getFirst().accept(new RunEvent.Started("7", "runs/7"));
        frame();
        now += 10_000_000_000L;
        listeners.getFirst().accept(new RunEvent.Progress(1, 4));
        frame();
        entry.pauseOrGoOn();
        assertEquals(JobState.PAUSING, entry.stateProperty().get());
        listeners.getFirst().accept(new RunEvent.Paused(true));
        frame();
        assertEquals(JobState.PAUSED, entry.stateProperty().get());
        now += 500_000_000_000L;
        entry.pauseOrGoOn();
        listeners.getFirst().accept(new RunEvent.Paused(false));
        listeners.getFirst().accept(new RunEvent.Progress(1, 4));
        frame();
        assertEquals("about 30 s left", entry.timeProperty().get());
        entry.pauseOrGoOn();
        entry.stop();
        listeners.getFirst().accept(new RunEvent.Paused(true)); // told before it saw the stop
        frame();
        assertEquals(JobState.STOPPING, entry.stateProperty().get());
        assertEquals(1, cancels);
    }

    @Test
    void stateFollowsTheEngineNotTheButton() {
        JobEntry entry = jobs.submit("job", SPEC, events -> {});
        listeners.getFirst().accept(new RunEvent.Started("7", "runs/7"));
        frame();
        entry.stop();
        assertEquals(JobState.STOPPING, entry.stateProperty().get());
        assertEquals(1, cancels);
        listeners.getFirst().accept(new RunEvent.Done(true, Map.of()));
        frame();
        assertEquals(JobState.STOPPED, entry.stateProperty().get());
    }

    @Test
    void currentJobIsTheOldestThatIsNotOver() {
        JobEntry first = jobs.submit("first", SPEC, events -> {});
        JobEntry second = jobs.submit("second", SPEC, events -> {});
        assertSame(first, jobs.currentProperty().get());
        listeners.getFirst().accept(new RunEvent.Done(false, Map.of()));
        frame();
        assertSame(second, jobs.currentProperty().get());
        listeners.get(1).accept(new RunEvent.Done(false, Map.of()));
        frame();
        assertNull(jobs.currentProperty().get());
    }

    @Test
    void warningsAndFailuresReachTheLog() {
        jobs.submit("job", SPEC, events -> {});
        listeners.getFirst().accept(new RunEvent.Warning("some.warning", List.of()));
        listeners.getFirst().accept(new RunEvent.Failed("some.failure", List.of()));
        frame();
        assertEquals(
                List.of(LogLevel.WARNING, LogLevel.ERROR),
                log.shown().stream().map(LogLine::level).toList());
    }
}
