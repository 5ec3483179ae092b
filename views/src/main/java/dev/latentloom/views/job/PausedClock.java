package dev.latentloom.views.job;

import java.util.function.LongSupplier;

/** Nanoseconds that do not run on while a job is paused. */
public final class PausedClock implements LongSupplier {
    private final LongSupplier nanoTime;
    private boolean paused;
    private long since;
    private long waited;

    /**
     * @param nanoTime the time that runs on
     */
    public PausedClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Stands still from now on, or runs again. */
    public void pause(boolean waits) {
        if (waits == paused) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (waits) {
            since = now;
        } else {
            waited += now - since;
        }
        paused = waits;
    }

    @Override
    public long getAsLong() {
        return (paused ? since : nanoTime.getAsLong()) - waited;
    }
}
