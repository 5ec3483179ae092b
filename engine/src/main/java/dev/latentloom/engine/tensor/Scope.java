package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns native memory and frees it, with all its children, when closed. Three lives are usual:
 * model, run and step. Belongs to one engine thread.
 */
public final class Scope implements AutoCloseable {
    private static final AtomicLong LIVE = new AtomicLong();
    private static final Map<MemoryUse, Long> NOTED = new ConcurrentHashMap<>();

    private final @Nullable Scope parent;
    private final Set<Tensor> tensors = new LinkedHashSet<>();
    private final List<Packed> packs = new ArrayList<>();
    private final Set<Scope> children = new LinkedHashSet<>();
    private final Map<MemoryUse, Long> noted = new EnumMap<>(MemoryUse.class);
    private boolean closed;

    private Scope(@Nullable Scope parent) {
        this.parent = parent;
    }

    /** A scope of its own, such as a model's or a run's. */
    public static Scope open() {
        return new Scope(null);
    }

    /** Tensors and packed arguments alive in the whole process, for leak tests. */
    public static long liveInProcess() {
        return LIVE.get();
    }

    /** Bytes of a kind that all open scopes have noted; any thread may ask. */
    public static long notedInProcess(MemoryUse use) {
        return NOTED.getOrDefault(use, 0L);
    }

    /** A shorter life inside this one. */
    public Scope child() {
        checkOpen();
        Scope child = new Scope(this);
        children.add(child);
        return child;
    }

    /** Number of tensors this scope itself owns. */
    public int size() {
        return tensors.size();
    }

    /** Takes a tensor over from a child, so that it outlives that child. */
    public Tensor adopt(Tensor tensor) {
        checkOpen();
        if (tensors.contains(tensor)) {
            return tensor;
        }
        for (Scope child : children) {
            if (child.tensors.remove(tensor)) {
                tensors.add(tensor);
                return tensor;
            }
        }
        throw new IllegalArgumentException("the tensor does not belong to a child of this scope");
    }

    /** Notes that so many bytes of its tensors are of a kind that is counted until it closes. */
    public void note(MemoryUse use, long bytes) {
        checkOpen();
        noted.merge(use, bytes, Long::sum);
        NOTED.merge(use, bytes, Long::sum);
    }

    /** Frees one tensor of this scope now. */
    public void free(Tensor tensor) {
        if (tensors.remove(tensor)) {
            tensor.free();
            LIVE.decrementAndGet();
        }
    }

    /** Copies values into a new f32 tensor on the CPU. */
    public Tensor floats(float[] values, long... shape) {
        ByteBuffer buffer = direct(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return copy(buffer, Shape.of(shape), values.length, 0);
    }

    /** Copies values into a new f64 tensor on the CPU. */
    public Tensor doubles(double[] values, long... shape) {
        ByteBuffer buffer = direct(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return copy(buffer, Shape.of(shape), values.length, 1);
    }

    /** Copies values into a new i64 tensor on the CPU. */
    public Tensor longs(long[] values, long... shape) {
        ByteBuffer buffer = direct(values.length * Long.BYTES);
        buffer.asLongBuffer().put(values);
        return copy(buffer, Shape.of(shape), values.length, 6);
    }

    private Tensor copy(ByteBuffer data, Shape shape, int elements, int djlType) {
        if (shape.size() != elements) {
            throw new IllegalArgumentException(elements + " values do not fill " + shape);
        }
        long over = TorchBridge.tensorOver(data, shape.toArray(), djlType);
        Tensor result = own(TorchBridge.cloneTensor(over));
        TorchBridge.deleteTensor(over);
        return result;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    Tensor own(long handle) {
        checkOpen();
        Tensor tensor = new Tensor(handle);
        tensors.add(tensor);
        LIVE.incrementAndGet();
        return tensor;
    }

    Packed own(Packed packed) {
        checkOpen();
        packs.add(packed);
        LIVE.incrementAndGet();
        return packed;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("scope used after it was closed");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (Scope child : List.copyOf(children)) {
            child.close();
        }
        packs.forEach(Packed::free);
        tensors.forEach(Tensor::free);
        LIVE.addAndGet(-(packs.size() + tensors.size()));
        noted.forEach((use, bytes) -> NOTED.merge(use, -bytes, Long::sum));
        packs.clear();
        tensors.clear();
        if (parent != null) {
            parent.children.remove(this);
        }
    }
}
