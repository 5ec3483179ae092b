package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

import java.lang.foreign.MemorySegment;

/** A tensor of a PyTorch file, its elements row by row whatever view the file had of them. */
public final class PickledTensor {
    private final String name;
    private final DType dtype;
    private final Shape shape;
    private final byte[] bytes;

    PickledTensor(String name, DType dtype, Shape shape, byte[] bytes) {
        this.name = name;
        this.dtype = dtype;
        this.shape = shape;
        this.bytes = bytes;
    }

    public String name() {
        return name;
    }

    /** Element type in the file. */
    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    /** Its values as float32; refuses a tensor of whole numbers. */
    public float[] floats() throws WorkbenchException {
        return TensorBytes.floats(name, dtype, MemorySegment.ofArray(bytes));
    }

    /** Its values as whole numbers; refuses a floating-point tensor. */
    public long[] longs() throws WorkbenchException {
        return TensorBytes.longs(name, dtype, MemorySegment.ofArray(bytes));
    }
}
