package dev.latentloom.engine.job;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets a job go on step by step, or all the way, and holds it up while it is paused. A closed gate
 * lets one step through for each that was asked for; steps asked for in advance are kept. Safe for
 * use by several threads.
 */
public final class StepGate {
    private boolean open;
    private boolean paused;
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

    /** Holds jobs up wherever they ask, until {@link #goOn}. */
    public synchronized void pause() {
        paused = true;
    }

    /** Ends a pause. */
    public synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /** Whether it holds jobs up. */
    public synchronized boolean isPaused() {
        return paused;
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
        await(this::taken, cancelled);
    }

    /**
     * Waits while it is paused, or until the job is cancelled.
     *
     * @param told hears true before it waits, and false after it has waited
     */
    public void hold(BooleanSupplier cancelled, Consumer<Boolean> told) {
        if (goesOn()) {
            return;
        }
        told.accept(true);
        await(this::goesOn, cancelled);
        told.accept(false);
    }

    private void await(BooleanSupplier through, BooleanSupplier cancelled) {
        long since = System.nanoTime();
        synchronized (this) {
            try {
                while (!through.getAsBoolean() && !cancelled.getAsBoolean()) {
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

    private boolean goesOn() {
        return !isPaused();
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
