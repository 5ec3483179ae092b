package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

import org.jspecify.annotations.Nullable;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** General operations on tensors; results belong to the scope given last. */
public final class TensorKernels {
    private static final Kernel KERNEL = Kernel.load(TensorKernels.class, "tensor.py");

    private TensorKernels() {}

    /** Values as f32, whatever type and device the tensor has. */
    public static float[] floats(Tensor x) {
        try (Scope scratch = Scope.open()) {
            Tensor flat = KERNEL.tensor(scratch, "f32", x);
            float[] values = new float[Math.toIntExact(flat.shape().size())];
            if (values.length > 0) {
                TorchBridge.view(flat.handle())
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer()
                        .get(values);
            }
            return values;
        }
    }

    /** Values as i64. */
    public static long[] longs(Tensor x) {
        try (Scope scratch = Scope.open()) {
            Tensor flat = KERNEL.tensor(scratch, "i64", x);
            long[] values = new long[Math.toIntExact(flat.shape().size())];
            if (values.length > 0) {
                TorchBridge.view(flat.handle())
                        .order(ByteOrder.nativeOrder())
                        .asLongBuffer()
                        .get(values);
            }
            return values;
        }
    }

    /** The one value of a tensor of one element. */
    public static double item(Tensor x) {
        return KERNEL.number("item", x);
    }

    /** Element type. */
    public static DType dtype(Tensor x) {
        long code = KERNEL.whole("dtype", x);
        for (DType type : DType.values()) {
            if (type.code() == code) {
                return type;
            }
        }
        throw new IllegalStateException("unknown element type " + code);
    }

    /** The same values on a device as a type; the tensor itself where nothing changes. */
    public static Tensor to(Tensor x, DeviceChoice device, DType type, Scope owner) {
        return KERNEL.tensor(owner, "to", x, device.name(), type.code());
    }

    /** The same values on the device and in the type of another tensor. */
    public static Tensor like(Tensor x, Tensor other, Scope owner) {
        return KERNEL.tensor(owner, "like", x, other);
    }

    /** A copy cut off from any graph. */
    public static Tensor copy(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "copy_of", x);
    }

    public static Tensor concat(List<Tensor> xs, int axis, Scope owner) {
        return KERNEL.tensor(owner, "concat", xs, axis);
    }

    public static Tensor stack(List<Tensor> xs, int axis, Scope owner) {
        return KERNEL.tensor(owner, "stack", xs, axis);
    }

    /** A view of {@code length} places from {@code start} along an axis. */
    public static Tensor narrow(Tensor x, int axis, long start, long length, Scope owner) {
        return KERNEL.tensor(owner, "narrow", x, axis, start, length);
    }

    /** Rows (1, T of the row, D) as one (B, length, D), zeros before the shorter ones. */
    public static Tensor padLeft(List<Tensor> rows, long length, Scope owner) {
        return KERNEL.tensor(owner, "pad_left", rows, length);
    }

    public static Tensor reshape(Tensor x, Shape shape, Scope owner) {
        return KERNEL.tensor(owner, "reshape", x, shape.toArray());
    }

    /** A matrix with rows and columns exchanged, copied. */
    public static Tensor transposed(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "transposed", x);
    }

    /** Rows of {@code x} by an i64 index. */
    public static Tensor rows(Tensor x, Tensor index, Scope owner) {
        return KERNEL.tensor(owner, "rows", x, index);
    }

    public static Tensor zeros(Shape shape, DeviceChoice device, DType type, Scope owner) {
        return KERNEL.tensor(owner, "zeros", shape.toArray(), device.name(), type.code());
    }

    public static Tensor add(Tensor x, Tensor y, Scope owner) {
        return KERNEL.tensor(owner, "add", x, y);
    }

    public static Tensor plus(Tensor x, double y, Scope owner) {
        return KERNEL.tensor(owner, "plus", x, y);
    }

    public static Tensor scale(Tensor x, double by, Scope owner) {
        return KERNEL.tensor(owner, "scale", x, by);
    }

    /** Mean over all elements, one number. */
    public static Tensor mean(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "mean", x);
    }

    public static Tensor matmul(Tensor x, Tensor y, Scope owner) {
        return KERNEL.tensor(owner, "matmul", x, y);
    }

    /** A shared mapping of a file's first {@code elements} elements; nothing is read yet. */
    public static Tensor mapped(Path file, long elements, DType type, Scope owner) {
        return KERNEL.tensor(owner, "mapped", file.toString(), elements, type.code());
    }

    /** A view of a flat tensor from element {@code start} on. */
    public static Tensor view(Tensor flat, long start, Shape shape, Scope owner) {
        return KERNEL.tensor(owner, "view", flat, start, shape.toArray());
    }

    /** Bytes from an unaligned place on, copied and read as another type. */
    public static Tensor reinterpreted(
            Tensor bytes, long start, DType type, Shape shape, Scope owner) {
        long length = shape.size() * type.bytes();
        return KERNEL.tensor(
                owner, "reinterpreted", bytes, start, length, type.code(), shape.toArray());
    }

    /** A copy that gradients are taken of. */
    public static Tensor leaf(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "leaf", x);
    }

    /** Whether gradients flow through it. */
    public static boolean tracked(Tensor x) {
        return KERNEL.whole("tracked", x) == 1;
    }

    /** The same values as a new node, so that one use of a link can be told from another. */
    public static Tensor alias(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "alias", x);
    }

    /**
     * Gradients of the outputs, weighted by seeds, with respect to inputs.
     *
     * @param seeds as many as outputs, or null where every output is a scalar
     * @param keep whether the graph is needed again
     * @return one for each input; empty where there is no path
     */
    public static List<Tensor> gradients(
            List<Tensor> outputs,
            List<Tensor> inputs,
            @Nullable List<Tensor> seeds,
            boolean keep,
            Scope owner) {
        return KERNEL.tensors(owner, "gradients", outputs, inputs, seeds, keep);
    }
}
