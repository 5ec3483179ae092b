package dev.latentloom.views.job;

import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.resources.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one door from the window to the engine: every area submits its jobs here, so that all of them
 * stand in the dock and can be stopped there.
 */
public final class Jobs {
    private final JobRunner runner;
    private final Executor frame;
    private final LogModel log;
    private final LongSupplier nanoTime;
    private final ObservableList<JobEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable JobEntry> current =
            new ReadOnlyObjectWrapper<>(this, "current");

    /**
     * @param frame runs work at the next frame on the FX thread; tests give {@code Runnable::run}
     * @param log hears of warnings and failures
     */
    public Jobs(JobRunner runner, Executor frame, LogModel log) {
        this(runner, frame, log, System::nanoTime);
    }

    Jobs(JobRunner runner, Executor frame, LogModel log, LongSupplier nanoTime) {
        this.runner = runner;
        this.frame = frame;
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /**
     * Queues a job that nothing holds up; must be called on the FX thread.
     *
     * @param listener as below
     */
    public JobEntry submit(String title, RunSpec spec, Consumer<List<RunEvent>> listener) {
        return submit(title, spec, StepGate.open(), listener);
    }

    /**
     * Queues a job; must be called on the FX thread.
     *
     * @param title what people read in the dock
     * @param gate lets its steps through, one by one or all
     * @param listener hears every event in order, in batches of at most one a frame, on the FX
     *     thread
     */
    public JobEntry submit(
            String title, RunSpec spec, StepGate gate, Consumer<List<RunEvent>> listener) {
        JobEntry entry = new JobEntry(title, gate, nanoTime);
        entries.addFirst(entry);
        EventBuffer buffer =
                new EventBuffer(
                        frame,
                        events -> {
                            entry.fold(events);
                            tellLog(entry, events);
                            listener.accept(events);
                            showCurrent();
                        });
        entry.attach(runner.submit(spec, gate, buffer));
        showCurrent();
        return entry;
    }

    private void tellLog(JobEntry entry, List<RunEvent> events) {
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.Started started ->
                        log.add(
                                LogLevel.INFO,
                                entry.title(),
                                Messages.text("shell.log.started", started.run()));
                case RunEvent.Warning warning ->
                        log.add(
                                LogLevel.WARNING,
                                entry.title(),
                                Messages.text(warning.key(), warning.arguments()));
                case RunEvent.Failed failed ->
                        log.add(
                                LogLevel.ERROR,
                                entry.title(),
                                Messages.text(failed.key(), failed.arguments()));
                default -> {} // everything else shows in the area that asked
            }
        }
    }

    private void showCurrent() {
        current.set(
                entries.reversed().stream()
                        .filter(entry -> !entry.stateProperty().get().over())
                        .findFirst()
                        .orElse(null));
    }

    /** Every job of this session, newest first. */
    public ObservableList<JobEntry> entries() {
        return entries;
    }

    /** The oldest job that is not over, null while nothing runs. */
    public ReadOnlyObjectProperty<@Nullable JobEntry> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
