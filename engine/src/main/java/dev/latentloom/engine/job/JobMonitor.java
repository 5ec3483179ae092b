package dev.latentloom.engine.job;

/** What a running job tells, and asks: may I go on? */
public interface JobMonitor {
    /** Hears nothing and never cancels; for tests and nested steps. */
    JobMonitor NONE = event -> {};

    /** Takes one event of the job's story, in order. */
    void event(RunEvent event);

    /** True once somebody asked the job to stop. */
    default boolean cancelled() {
        return false;
    }

    /**
     * Waits while the job is paused.
     *
     * @throws CancelledException once somebody asked the job to stop
     */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }

    /**
     * Waits for leave to take the next step where the job goes step by step.
     *
     * @throws CancelledException once somebody asked the job to stop
     */
    default void beforeStep() {
        checkCancelled();
    }

    /** As {@link System#nanoTime}, but what the job waited for leave does not count. */
    default long nanoTime() {
        return System.nanoTime();
    }

    /** Tells how far the job is: {@code done} of {@code total} units. */
    default void progress(long done, long total) {
        event(new RunEvent.Progress(done, total));
    }
}
