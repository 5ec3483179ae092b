package dev.latentloom.engine.job;

/** A job that waits or runs. */
public interface JobHandle {
    /** Asks the job to stop; returns at once. The job's own last event says when it has. */
    void cancel();

    /** Blocks until the job's last event was told. */
    void await() throws InterruptedException;

    boolean finished();
}
