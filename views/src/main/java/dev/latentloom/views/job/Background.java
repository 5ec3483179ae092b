package dev.latentloom.views.job;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Short work on files, away from the FX thread; what comes of it, on it. */
public final class Background {
    private final Executor away;
    private final Executor later;
    private int running; // only the FX thread touches it

    /**
     * @param away runs the work; one thread where its pieces must keep their order
     * @param later runs what follows on the FX thread
     */
    public Background(Executor away, Executor later) {
        this.away = away;
        this.later = later;
    }

    /** Work that may fail with a reason for people. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T get() throws WorkbenchException;
    }

    /** Does the work, then tells on the FX thread what it gave or why it failed. */
    public <T> void run(Work<T> work, Consumer<T> then, Consumer<WorkbenchException> failed) {
        running++;
        away.execute(
                () -> {
                    try {
                        T given = work.get();
                        later.execute(() -> over(() -> then.accept(given)));
                    } catch (WorkbenchException e) {
                        later.execute(() -> over(() -> failed.accept(e)));
                    }
                });
    }

    private void over(Runnable rest) {
        running--;
        rest.run();
    }

    /** Whether something is at work; asked on the FX thread. */
    public boolean busy() {
        return running > 0;
    }
}
