package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

/** Records gradients on this thread until closed; at rest they are off. */
public final class GradMode implements AutoCloseable {
    private GradMode() {}

    /** Turns recording on. */
    public static GradMode on() {
        TorchBridge.setGradMode(true);
        return new GradMode();
    }

    @Override
    public void close() {
        TorchBridge.setGradMode(false);
    }
}
