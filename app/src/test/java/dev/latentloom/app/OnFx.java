package dev.latentloom.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Runs parts of a test on the FX thread, drawing into memory. */
final class OnFx {
    private static boolean started;

    private OnFx() {}

    static synchronized void start() throws InterruptedException {
        if (!started) {
            CountDownLatch up = new CountDownLatch(1);
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            up.await();
            started = true;
        }
    }

    static <T> T get(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(90, TimeUnit.SECONDS);
    }

    static void run(Runnable work) throws Exception {
        get(
                () -> {
                    work.run();
                    return true;
                });
    }

    /** Waits until so many frames more have been laid out. */
    static void frames(int count) throws Exception {
        CountDownLatch left = new CountDownLatch(count);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        left.countDown();
                    }
                };
        run(timer::start);
        if (!left.await(90, TimeUnit.SECONDS)) {
            throw new TimeoutException("no frame within 90 s");
        }
        run(timer::stop);
    }

    /** Waits, frame by frame, until something holds. */
    static void await(BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!get(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("did not come true within 90 s");
            }
            Thread.sleep(20);
        }
    }
}
