package dev.latentloom.engine.lm;

import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.MemoryUse;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys and values (and for linear attention its states) of what a model has read so far.
 *
 * <p>In place: memory is taken in steps and written into; for running. Functional: each pass makes
 * longer copies, so that gradients can flow through them; for training.
 */
public final class KvCache implements AutoCloseable {
    private static final int FIRST_CAPACITY = 64;

    private final LmKernels kernels;
    private final List<CacheSlot> slots;
    private final int rows;
    private final @Nullable Tensor pad;
    private final boolean inPlace;
    private final DeviceChoice device;
    private final DType type;
    private final Scope scope;
    private Scope held;
    private List<Tensor> tensors = new ArrayList<>();
    private @Nullable Packed packed;
    private int capacity;
    private int length;

    KvCache(CausalLm lm, List<CacheSlot> slots, long[] pads, boolean inPlace, Scope owner) {
        this.kernels = lm.kernels();
        this.device = lm.device();
        this.type = lm.type();
        this.slots = slots;
        this.rows = pads.length;
        this.inPlace = inPlace;
        this.scope = owner.child();
        this.held = scope.child();
        boolean padded = false;
        for (long p : pads) {
            padded |= p > 0;
        }
        this.pad =
                padded
                        ? TensorKernels.to(scope.longs(pads, pads.length), device, DType.I64, scope)
                        : null;
        if (!inPlace) {
            allocate(0);
        }
    }

    /** Positions read so far, padding counted. */
    public int length() {
        return length;
    }

    public int rows() {
        return rows;
    }

    /** Bytes it holds now. */
    public long bytes() {
        long bytes = 0;
        for (Tensor tensor : tensors) {
            bytes += tensor.shape().size() * TensorKernels.dtype(tensor).bytes();
        }
        return bytes;
    }

    /** Makes room for so many more positions and shows the cache to a kernel. */
    LmKernels.CacheView view(int more) {
        if (inPlace && length + more > capacity) {
            grow(Math.max(length + more, Math.max(FIRST_CAPACITY, 2 * capacity)));
        }
        if (packed == null) {
            packed = Packed.list(tensors, held);
        }
        return new LmKernels.CacheView(packed, length, pad, inPlace);
    }

    /** Notes that positions were read; takes over the grown tensors in functional mode. */
    void advance(int read, List<Tensor> grown) {
        length += read;
        if (!inPlace) {
            tensors = List.copyOf(grown);
            packed = null;
        }
    }

    private void allocate(int room) {
        List<Tensor> fresh = new ArrayList<>();
        for (CacheSlot slot : slots) {
            fresh.add(TensorKernels.zeros(slot.shape(rows, room), device, slot.type(type), held));
        }
        tensors = fresh;
        capacity = room;
        held.note(MemoryUse.CACHES, bytes());
    }

    private void grow(int room) {
        if (tensors.isEmpty()) {
            allocate(room);
            return;
        }
        Scope next = scope.child();
        List<Tensor> grown = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Tensor old = tensors.get(i);
            grown.add(
                    slots.get(i).grows()
                            ? kernels.widen(List.of(old), room, length, next).getFirst()
                            : TensorKernels.copy(old, next));
        }
        held.close();
        held = next;
        tensors = grown;
        packed = null;
        capacity = room;
        held.note(MemoryUse.CACHES, bytes());
    }

    /** Keeps only the last positions; their keys keep the rotation they had. */
    public void keepLast(int positions) {
        if (!inPlace || slots.stream().anyMatch(slot -> !slot.grows())) {
            throw new IllegalStateException("only an in-place attention cache can be cut");
        }
        Scope next = scope.child();
        List<Tensor> kept = new ArrayList<>();
        try (Scope scratch = scope.child()) {
            for (Tensor old : tensors) {
                Tensor last = TensorKernels.narrow(old, 2, length - positions, positions, scratch);
                kept.add(kernels.widen(List.of(last), capacity, positions, next).getFirst());
            }
        }
        held.close();
        held = next;
        tensors = kept;
        held.note(MemoryUse.CACHES, bytes());
        packed = null;
        length = positions;
    }

    @Override
    public void close() {
        scope.close();
    }
}
