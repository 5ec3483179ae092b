package dev.latentloom.views.job;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Short work on files, away from the FX thread.
 *
 * @param away runs the work
 * @param later runs what follows on the FX thread
 */
public record Background(Executor away, Executor later) {
    /** Work that gives something. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T get() throws WorkbenchException;
    }

    /** Does the work, then tells on the FX thread what it gave or why it failed. */
    public <T> void run(Work<T> work, Consumer<T> then, Consumer<WorkbenchException> failed) {
        away.execute(
                () -> {
                    try {
                        T given = work.get();
                        later.execute(() -> then.accept(given));
                    } catch (WorkbenchException e) {
                        later.execute(() -> failed.accept(e));
                    }
                });
    }
}
