package dev.latentloom.views.job;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.LongSupplier;

/** One job of this session: its state, how far it is and how long it still takes. */
public final class JobEntry {
    /** Value of {@link #fractionProperty} while nobody knows how far the job is. */
    public static final double UNKNOWN = -1;

    private static final double NANOS = 1e9;

    private final String title;
    private final StepGate gate;
    private final PausedClock clock;
    private final ReadOnlyObjectWrapper<JobState> state =
            new ReadOnlyObjectWrapper<>(this, "state", JobState.WAITING);
    private final ReadOnlyDoubleWrapper fraction =
            new ReadOnlyDoubleWrapper(this, "fraction", UNKNOWN);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper(this, "time", "");
    private @Nullable JobHandle handle;
    private String run = "";
    private long begun;
    private double first = UNKNOWN; // the fraction that the present work began with, and when
    private long firstAt;

    JobEntry(String title, StepGate gate, LongSupplier nanoTime) {
        this.title = title;
        this.gate = gate;
        this.clock = new PausedClock(nanoTime);
    }

    void attach(JobHandle started) {
        handle = started;
        if (state.get() == JobState.STOPPING) {
            started.cancel();
        }
    }

    void fold(List<RunEvent> events) {
        events.forEach(this::fold);
        showTime();
    }

    private void fold(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> {
                run = started.run();
                begun = clock.getAsLong();
                if (state.get() == JobState.WAITING) {
                    state.set(JobState.RUNNING);
                }
            }
            case RunEvent.Stage stage -> detail.set(Messages.text(stage.key(), stage.arguments()));
            case RunEvent.Progress progress -> showProgress(progress.done(), progress.total());
            case RunEvent.Paused paused -> showPaused(paused.waits());
            case RunEvent.Failed failed -> {
                state.set(JobState.FAILED);
                fraction.set(Math.max(0, fraction.get())); // nothing is under way any more
                detail.set(Messages.text(failed.key(), failed.arguments()));
            }
            case RunEvent.Done done -> {
                state.set(done.cancelled() ? JobState.STOPPED : JobState.DONE);
                fraction.set(done.cancelled() ? Math.max(0, fraction.get()) : 1);
                detail.set("");
            }
            default -> {} // the rest of the story is for the area that asked
        }
    }

    private void showProgress(long done, long total) {
        double now = total > 0 ? (double) done / total : UNKNOWN;
        if (first < 0 || now < fraction.get()) { // what was done before, or another kind of work
            first = now;
            firstAt = clock.getAsLong();
        }
        fraction.set(now);
        detail.set(Messages.text("shell.job.progress", done, total));
    }

    private void showPaused(boolean waits) {
        clock.pause(waits);
        if (state.get() != JobState.STOPPING) {
            state.set(waits ? JobState.PAUSED : JobState.RUNNING);
        }
    }

    private void showTime() {
        if (begun == 0) {
            return;
        }
        double elapsed = (clock.getAsLong() - begun) / NANOS;
        double done = fraction.get();
        boolean estimable = !state.get().over() && done > 0 && done < 1;
        double left =
                done > first
                        ? (clock.getAsLong() - firstAt) / NANOS * (1 - done) / (done - first)
                        : elapsed * (1 - done) / done;
        time.set(
                estimable
                        ? Messages.text("shell.job.left", Figures.duration(left))
                        : Figures.duration(elapsed));
    }

    /** Asks the job to stop; it has stopped when its state says so. */
    public void stop() {
        if (!state.get().over()) {
            state.set(JobState.STOPPING);
            if (handle != null) {
                handle.cancel();
            }
        }
    }

    /** Asks a running job to wait, or one that was asked to wait to go on. */
    public void pauseOrGoOn() {
        switch (state.get()) {
            case RUNNING -> {
                state.set(JobState.PAUSING);
                gate.pause();
            }
            case PAUSING -> {
                state.set(JobState.RUNNING);
                gate.goOn();
            }
            case PAUSED -> gate.goOn();
            case WAITING, STOPPING, DONE, STOPPED, FAILED -> {} // nothing to hold up
        }
    }

    public String title() {
        return title;
    }

    /** Id of its run, empty before it began. */
    public String run() {
        return run;
    }

    public ReadOnlyObjectProperty<JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** How far, 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What it is at now, or why it failed. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Time still needed while that can be estimated, time taken otherwise; pauses do not count. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }
}
