package dev.latentloom.app.cli;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.EngineThread;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;

/** The native engine, started for one command on the device it asks for. */
final class EngineSession implements AutoCloseable {
    private final DeviceChoice device;
    private final @Nullable Integer threads;
    private final EngineThread thread;

    private EngineSession(DeviceChoice device, @Nullable Integer threads, EngineThread thread) {
        this.device = device;
        this.threads = threads;
        this.thread = thread;
    }

    /** Starts it; the exception says where the device is not there. */
    static EngineSession start(RootCommand root) throws WorkbenchException {
        DeviceChoice device = DeviceChoice.parse(root.device());
        Integer threads = root.threads();
        Console console = root.console();
        NativeEngine.start(
                root.places().cache().resolve("natives"), key -> console.stage(Messages.text(key)));
        device.require();
        return new EngineSession(device, threads, new EngineThread(device.name()));
    }

    DeviceChoice device() {
        return device;
    }

    /** Threads of one operation for a model of this hidden width. */
    int threadsFor(int hidden) {
        if (threads != null) {
            return threads;
        }
        return NativeEngine.threadsFor(hidden);
    }

    /** Runs on the engine's thread with the threads that suit a hidden width, and waits. */
    <T> T call(int hidden, Callable<T> work) throws WorkbenchException, InterruptedException {
        return thread.call(
                () -> {
                    NativeEngine.setThreads(threadsFor(hidden));
                    return work.call();
                });
    }

    @Override
    public void close() {
        thread.close();
    }
}
