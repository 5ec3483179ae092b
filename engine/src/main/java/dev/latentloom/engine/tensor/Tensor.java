package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

/**
 * An opaque handle of a native tensor; owned by exactly one {@link Scope}, which frees it. All
 * arithmetic happens in kernels: nothing here can be asked of a bfloat16 tensor that libtorch's
 * binding cannot answer.
 */
public final class Tensor {
    private long handle;

    Tensor(long handle) {
        this.handle = handle;
    }

    long handle() {
        if (handle == 0) {
            throw new IllegalStateException("tensor used after its scope was closed");
        }
        return handle;
    }

    /** Extents, outermost first. */
    public Shape shape() {
        return Shape.of(TorchBridge.shape(handle()));
    }

    /** Whether its scope still lives. */
    public boolean alive() {
        return handle != 0;
    }

    void free() {
        TorchBridge.deleteTensor(handle());
        handle = 0;
    }
}
