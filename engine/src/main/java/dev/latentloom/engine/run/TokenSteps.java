package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;

/** Makes every token a step, for agents that only speak. */
record TokenSteps(JobMonitor monitor) implements JobMonitor {
    @Override
    public void event(RunEvent event) {
        monitor.event(event);
    }

    @Override
    public boolean cancelled() {
        return monitor.cancelled();
    }

    @Override
    public void checkCancelled() {
        monitor.beforeStep(); // decoding asks before each token
    }

    @Override
    public long nanoTime() {
        return monitor.nanoTime();
    }
}
