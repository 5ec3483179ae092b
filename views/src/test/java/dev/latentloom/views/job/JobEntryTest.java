package dev.latentloom.views.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.resources.Messages;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class JobEntryTest {
    private final AtomicLong now = new AtomicLong(1);
    private final JobEntry job = new JobEntry("train", StepGate.open(), now::get);

    private void told(long second, RunEvent event) {
        now.set(1 + TimeUnit.SECONDS.toNanos(second));
        job.fold(List.of(event));
    }

    @Test
    void whatAResumedJobHadDoneBeforeAndItsLoadingSayNothingOfItsPace() {
        told(0, new RunEvent.Started("run", "folder"));
        told(10, new RunEvent.Progress(50, 100));
        told(20, new RunEvent.Progress(60, 100));
        assertEquals(Messages.text("shell.job.left", "40 s"), job.timeProperty().get());
    }

    @Test
    void howModelsLoadedSaysNothingOfHowTheWorkGoesOn() {
        told(0, new RunEvent.Started("run", "folder"));
        told(1, new RunEvent.Progress(1, 2));
        told(2, new RunEvent.Progress(2, 2));
        told(10, new RunEvent.Progress(10, 100));
        told(70, new RunEvent.Progress(70, 100));
        assertEquals(Messages.text("shell.job.left", "30 s"), job.timeProperty().get());
    }

    @Test
    void aJobThatIsOverIsNotUnderWay() {
        told(0, new RunEvent.Started("run", "folder"));
        assertTrue(job.fractionProperty().get() < 0, "nobody knows how far");
        told(1, new RunEvent.Done(false, Map.of()));
        assertEquals(1, job.fractionProperty().get());
    }

    @Test
    void aFailedJobStaysWhereItWas() {
        told(0, new RunEvent.Started("run", "folder"));
        told(1, new RunEvent.Failed("run.noData", List.of("relay")));
        assertEquals(0, job.fractionProperty().get());
    }
}
