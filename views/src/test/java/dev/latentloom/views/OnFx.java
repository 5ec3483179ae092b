package dev.latentloom.views;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs parts of a test on the FX thread, which is started once for all tests. */
public final class OnFx {
    private OnFx() {}

    /** Starts the toolkit unless it is up, and keeps it when the last window closes. */
    public static synchronized void start() throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyUp) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        up.await();
    }

    /** What {@code work} gives on the FX thread. */
    public static <T> T get(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(90, TimeUnit.SECONDS);
    }
}
