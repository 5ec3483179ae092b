package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;

/**
 * Lets a nested run be cancelled, but keeps its story to itself.
 *
 * @param monitor the training's own
 */
record QuietMonitor(JobMonitor monitor) implements JobMonitor {
    @Override
    public void event(RunEvent event) {
        // thousands of turns of training walks are nobody's story
    }

    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public void checkCancelled() {
        monitor.checkCancelled(); // where a paused job waits
    }
}
