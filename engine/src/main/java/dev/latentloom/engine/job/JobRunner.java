package dev.latentloom.engine.job;

import java.util.function.Consumer;

/** Takes jobs described by data and runs them one after the other, off the caller's thread. */
public interface JobRunner extends AutoCloseable {
    /**
     * Queues a job that nothing holds up.
     *
     * @param listener as below
     */
    default JobHandle submit(RunSpec spec, Consumer<RunEvent> listener) {
        return submit(spec, StepGate.open(), listener);
    }

    /**
     * Queues a job.
     *
     * @param gate lets its steps through, one by one or all
     * @param listener hears every event, on an engine thread; the last is {@link RunEvent.Done} or
     *     {@link RunEvent.Failed}
     */
    JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener);

    /** What takes memory now, asked from any thread; a runner without models tells of none. */
    default MemoryLedger memory() {
        return MemoryLedger.NONE;
    }

    /**
     * Frees a model that nobody uses once the job that runs is over; a model in use stays.
     *
     * @param folder as in {@link HeldModel#folder}
     * @param device as in {@link HeldModel#device}
     */
    default void unload(String folder, String device) {}

    /** Stops what runs, drops what waits, frees every model. */
    @Override
    void close();
}
