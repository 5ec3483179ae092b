package dev.latentloom.engine.tensor;

import dev.latentloom.engine.job.WorkbenchException;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that touches native memory of a device. Grad mode and other native state belong to
 * a thread, so there is no pool and no virtual thread here.
 */
public final class EngineThread implements AutoCloseable {
    private final ExecutorService executor;

    /** Starts the thread; {@link NativeEngine#start} has been called. */
    public EngineThread(String name) {
        executor =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("engine-" + name).factory());
        executor.execute(NativeEngine::enterThread);
    }

    /** Runs on the engine thread and waits for the result. */
    public <T> T call(Callable<T> work) throws WorkbenchException, InterruptedException {
        try {
            return executor.submit(work).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case WorkbenchException said -> throw said;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Queues work for the engine thread; the work deals with its own failures. */
    public void execute(Runnable work) {
        executor.execute(work);
    }

    /** Takes no more work; what runs goes on to its end. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
