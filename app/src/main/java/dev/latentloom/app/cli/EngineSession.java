package dev.latentloom.app.cli;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.EngineThread;
import dev.latentloom.engine.tensor.NativeEngine;

import java.util.concurrent.Callable;

/** The native engine, started for one command that is no job, on the device it asks for. */
final class EngineSession implements AutoCloseable {
    private final DeviceChoice device;
    private final EngineThread thread;

    private EngineSession(DeviceChoice device) {
        this.device = device;
        this.thread = new EngineThread(device.name());
    }

    /** Starts it; the exception says where the device is not there. */
    static EngineSession start(RootCommand root) throws WorkbenchException {
        return new EngineSession(Runners.engine(root).load(root.device(), Runners.stages(root)));
    }

    DeviceChoice device() {
        return device;
    }

    /** Runs on the engine's thread with the threads that suit a hidden width, and waits. */
    <T> T call(int hidden, Callable<T> work) throws WorkbenchException, InterruptedException {
        return thread.call(
                () -> {
                    NativeEngine.fitThreads(hidden);
                    return work.call();
                });
    }

    @Override
    public void close() {
        thread.close();
    }
}
