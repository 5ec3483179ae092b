package dev.latentloom.views.job;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Finds out when the FX thread is held. It asks that thread to answer, again and again, and looks
 * at what it does until it answers. Time counts while the thread computes, by its own processor
 * clock, or while code of ours keeps it waiting. So neither a machine that is busy with other
 * things, nor a stopped process, nor the wait for the picture to be drawn counts as a stall.
 */
public final class StallWatch implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration bound;
    private final Duration tick;
    private final Consumer<Stall> heard;
    private final Thread watcher;
    private volatile boolean closed;

    /**
     * @param bound a shorter time is no stall
     * @param tick time between two questions, and between two looks at a thread that is held
     */
    private StallWatch(Duration bound, Duration tick, Consumer<Stall> heard) {
        this.bound = bound;
        this.tick = tick;
        this.heard = heard;
        watcher = Thread.ofPlatform().daemon().name("stall watch").unstarted(this::watch);
    }

    /**
     * Watches from now on until it is closed.
     *
     * @param bound a shorter time is no stall
     * @param tick time between two questions, and between two looks at a thread that is held
     * @param heard hears of every stall on a thread of its own, once the stall is over
     */
    public static StallWatch start(Duration bound, Duration tick, Consumer<Stall> heard) {
        StallWatch watch = new StallWatch(bound, tick, heard);
        watch.watcher.start();
        return watch;
    }

    private void watch() {
        try {
            Answer first = new Answer();
            Platform.runLater(first);
            first.given.await();
            while (!closed) {
                Stall found = ask(first.thread);
                if (found.millis() >= bound.toMillis()) {
                    heard.accept(found);
                }
                Thread.sleep(tick);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed meanwhile
        }
    }

    private Stall ask(Thread fx) throws InterruptedException {
        List<StackSample> seen = new ArrayList<>();
        long waiting = 0;
        long before = THREADS.getThreadCpuTime(fx.threadId());
        Answer answer = new Answer();
        long begun = System.nanoTime();
        long looked = begun;
        Platform.runLater(answer);
        while (!answer.given.await(tick.toNanos(), TimeUnit.NANOSECONDS)) {
            StackSample sample = StackSample.of(fx);
            long now = System.nanoTime();
            if (sample.waits()) {
                // no more than was looked at: this thread may have been stopped as well
                waiting += Math.min(now - looked, 2 * tick.toNanos());
            }
            looked = now;
            seen.add(sample);
        }
        long busy = answer.cpuTime - before;
        return new Stall(
                begun,
                TimeUnit.NANOSECONDS.toMillis(busy),
                TimeUnit.NANOSECONDS.toMillis(waiting),
                seen);
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }

    /** What the FX thread answers: that it is there, and how long it has computed. */
    private static final class Answer implements Runnable {
        private final CountDownLatch given = new CountDownLatch(1);
        private Thread thread = Thread.currentThread();
        private long cpuTime;

        @Override
        public void run() {
            thread = Thread.currentThread();
            cpuTime = THREADS.getCurrentThreadCpuTime();
            given.countDown();
        }
    }
}
