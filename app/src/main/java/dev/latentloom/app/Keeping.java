package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.job.Background;

import javafx.application.Platform;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Writes the window's own small files one after another, away from the FX thread: a disk may take
 * its time to say that a file is safe.
 */
final class Keeping implements AutoCloseable {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("kept files").factory());
    private final Background background = new Background(thread, Platform::runLater);

    /** Something to be written that may fail with a reason for people. */
    @FunctionalInterface
    interface Writing {
        /** Writes it. */
        void write() throws WorkbenchException;
    }

    /** Writes after everything that was asked for before; a failure is told on the FX thread. */
    void keep(Writing writing, Consumer<WorkbenchException> failed) {
        background.run(
                () -> {
                    writing.write();
                    return true;
                },
                written -> {},
                failed);
    }

    /** Whether something is not written yet. */
    boolean busy() {
        return background.busy();
    }

    /** Returns when everything is written. */
    @Override
    public void close() {
        thread.close();
    }
}
