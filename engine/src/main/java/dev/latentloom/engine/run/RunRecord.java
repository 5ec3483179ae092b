package dev.latentloom.engine.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.engine.project.RunFolder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A run while it runs: every event is written to its folder, then told to the listener; {@code
 * run.json} says what it is and how it ended.
 */
final class RunRecord implements JobMonitor, RunNotes, AutoCloseable {
    /** Numbers of a summary that depend on models and data alone, not on the machine. */
    private static final List<String> METRICS =
            List.of(
                    "accuracy",
                    "low",
                    "high",
                    "correct",
                    "n",
                    "prefillTokens",
                    "decodedTokens",
                    "latentSteps");

    private static final String PROCESS = "process"; // tells a run at work from one cut off

    private final RunFolder folder;
    private final ObjectNode about;
    private final Consumer<RunEvent> listener;
    private final AtomicBoolean stop;
    private final StepGate gate;
    private Supplier<Map<String, Object>> partial = Map::of;

    /**
     * @param about what {@code run.json} says from the beginning
     * @param stop set from outside to ask the run to stop
     * @param gate lets its steps through
     */
    RunRecord(
            RunFolder folder,
            ObjectNode about,
            Consumer<RunEvent> listener,
            AtomicBoolean stop,
            StepGate gate)
            throws WorkbenchException {
        this.folder = folder;
        this.about = about;
        this.listener = listener;
        this.stop = stop;
        this.gate = gate;
        about.put("state", "running");
        about.set(PROCESS, RunJson.MAPPER.valueToTree(ProcessMark.ofThis()));
        folder.writeRun(about);
    }

    @Override
    public void event(RunEvent event) {
        try {
            folder.append(event);
        } catch (WorkbenchException e) {
            throw new RecordFailure(e);
        }
        listener.accept(event);
    }

    @Override
    public boolean cancelled() {
        return stop.get();
    }

    @Override
    public void checkCancelled() {
        gate.hold(stop::get, waits -> event(new RunEvent.Paused(waits)));
        JobMonitor.super.checkCancelled();
    }

    @Override
    public void beforeStep() {
        checkCancelled();
        gate.pass(stop::get, () -> event(new RunEvent.Stage("run.step.waiting", List.of())));
        checkCancelled();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() - gate.waited();
    }

    RunFolder folder() {
        return folder;
    }

    @Override
    public void note(String name, Object value) throws WorkbenchException {
        about.set(name, RunJson.MAPPER.valueToTree(value));
        folder.writeRun(about);
    }

    @Override
    public void rewind(long step) throws WorkbenchException {
        folder.rewind(step);
    }

    @Override
    public void partial(Supplier<Map<String, Object>> summary) {
        partial = summary;
    }

    /** The last event of a stopped job. */
    RunEvent.Done stopped() {
        return new RunEvent.Done(true, partial.get());
    }

    /** Says in {@code run.json} how the run ended, then tells the last event. */
    void end(RunEvent last) throws WorkbenchException {
        about.put("ended", Instant.now().toString());
        about.remove(PROCESS);
        if (last instanceof RunEvent.Done done) {
            about.put("state", done.cancelled() ? "cancelled" : "done");
            note("summary", done.summary());
            for (String name : METRICS) {
                if (done.summary().get(name) instanceof Number number) {
                    event(new RunEvent.MetricPoint(name, 0, number.doubleValue()));
                }
            }
        } else {
            about.put("state", "failed");
            note("failure", last);
        }
        event(last);
    }

    @Override
    public void close() throws WorkbenchException {
        folder.close();
    }

    /** The run's folder can no longer be written; carries what the user should know. */
    static final class RecordFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RecordFailure(WorkbenchException cause) {
            super(cause);
        }
    }
}
