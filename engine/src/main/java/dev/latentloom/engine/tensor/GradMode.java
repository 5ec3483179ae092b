package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

/** Records gradients on this thread until closed; at rest they are off. */
public final class GradMode implements AutoCloseable {
    private final boolean after;

    private GradMode(boolean after) {
        this.after = after;
    }

    /** Turns recording on. */
    public static GradMode on() {
        TorchBridge.setGradMode(true);
        return new GradMode(false);
    }

    /** Turns recording off for a while in which it is on. */
    public static GradMode off() {
        TorchBridge.setGradMode(false);
        return new GradMode(true);
    }

    @Override
    public void close() {
        TorchBridge.setGradMode(after);
    }
}
