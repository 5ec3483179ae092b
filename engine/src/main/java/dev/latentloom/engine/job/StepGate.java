package dev.latentloom.engine.job;

import java.util.function.BooleanSupplier;

/**
 * Lets a job go on step by step, or all the way. A closed gate lets one step through for each that
 * was asked for; steps asked for in advance are kept. Safe for use by several threads.
 */
public final class StepGate {
    private boolean open;
    private long asked;
    private long waited;

    private StepGate(boolean open) {
        this.open = open;
    }

    /** A gate that holds nothing up. */
    public static StepGate open() {
        return new StepGate(true);
    }

    /** A gate before which a job waits at each of its steps. */
    public static StepGate closed() {
        return new StepGate(false);
    }

    /** Lets one more step through. */
    public synchronized void step() {
        asked++;
        notifyAll();
    }

    /** Opens for good: the job runs to its end. */
    public synchronized void release() {
        open = true;
        notifyAll();
    }

    /** Whether it no longer holds anything up. */
    public synchronized boolean isOpen() {
        return open;
    }

    /** Lets a job that waits look whether it was cancelled. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Nanoseconds that jobs have waited here. */
    public synchronized long waited() {
        return waited;
    }

    /**
     * Takes one step; waits for leave where there is none yet, or until the job is cancelled.
     *
     * @param waiting is told before it waits
     */
    public void pass(BooleanSupplier cancelled, Runnable waiting) {
        if (taken()) {
            return;
        }
        waiting.run();
        long since = System.nanoTime();
        synchronized (this) {
            try {
                while (!taken() && !cancelled.getAsBoolean()) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } finally {
                waited += System.nanoTime() - since;
            }
        }
    }

    private synchronized boolean taken() {
        if (open) {
            return true;
        }
        if (asked == 0) {
            return false;
        }
        asked--;
        return true;
    }
}
