package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Work on files, one piece after the other, off the FX thread; what comes of it, on it. */
public final class Background {
    private final Executor worker;
    private final Executor window;
    private int running;

    /**
     * @param worker one thread
     * @param window the FX thread
     */
    public Background(Executor worker, Executor window) {
        this.worker = worker;
        this.window = window;
    }

    /** Work that may fail with a reason for people. */
    @FunctionalInterface
    interface Work<T> {
        T get() throws WorkbenchException;
    }

    <T> void run(Work<T> work, Consumer<T> then, Consumer<WorkbenchException> failed) {
        running++;
        worker.execute(
                () -> {
                    try {
                        T result = work.get();
                        window.execute(() -> over(() -> then.accept(result)));
                    } catch (WorkbenchException e) {
                        window.execute(() -> over(() -> failed.accept(e)));
                    }
                });
    }

    private void over(Runnable rest) {
        running--;
        rest.run();
    }

    /** Whether something is at work; asked on the FX thread. */
    boolean busy() {
        return running > 0;
    }
}
