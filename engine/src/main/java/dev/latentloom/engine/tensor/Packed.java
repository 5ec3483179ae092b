package dev.latentloom.engine.tensor;

import ai.djl.pytorch.jni.TorchBridge;

import java.util.List;
import java.util.Map;

/**
 * A list or dictionary of tensors or numbers, made once and handed to kernels many times: the
 * weights of a model, its numbers, a KV cache. Keeps its tensors alive natively; owned by a scope.
 */
public final class Packed {
    private long value;

    private Packed(long value) {
        this.value = value;
    }

    long value() {
        if (value == 0) {
            throw new IllegalStateException("packed argument used after its scope was closed");
        }
        return value;
    }

    void free() {
        TorchBridge.deleteValue(value());
        value = 0;
    }

    /** A {@code List[Tensor]}. */
    public static Packed list(List<Tensor> tensors, Scope owner) {
        return owner.own(new Packed(TorchBridge.valueOfTensors(handles(tensors))));
    }

    /** A {@code Dict[str, Tensor]}; may not be empty. */
    public static Packed map(Map<String, Tensor> tensors, Scope owner) {
        return owner.own(new Packed(tensorMap(tensors)));
    }

    /** A {@code List[Dict[str, Tensor]]}, such as one dictionary of weights a layer; not empty. */
    public static Packed maps(List<Map<String, Tensor>> tensors, Scope owner) {
        return owner.own(
                new Packed(listOf(tensors.stream().mapToLong(Packed::tensorMap).toArray())));
    }

    /** A {@code Dict[str, float]}; may not be empty. */
    public static Packed numbers(Map<String, Double> numbers, Scope owner) {
        return owner.own(new Packed(numberMap(numbers)));
    }

    /** A {@code List[Dict[str, float]]}; may not be empty. */
    public static Packed numbersList(List<Map<String, Double>> numbers, Scope owner) {
        return owner.own(
                new Packed(listOf(numbers.stream().mapToLong(Packed::numberMap).toArray())));
    }

    private static long listOf(long[] values) {
        try {
            return TorchBridge.valueOfList(values);
        } finally {
            for (long value : values) {
                TorchBridge.deleteValue(value);
            }
        }
    }

    private static long tensorMap(Map<String, Tensor> tensors) {
        String[] keys = tensors.keySet().toArray(String[]::new);
        return TorchBridge.valueOfTensorMap(keys, handles(List.copyOf(tensors.values())));
    }

    private static long numberMap(Map<String, Double> numbers) {
        String[] keys = numbers.keySet().toArray(String[]::new);
        long[] values =
                numbers.values().stream()
                        .mapToLong(number -> TorchBridge.valueOf(number))
                        .toArray();
        try {
            return TorchBridge.valueOfMap(keys, values);
        } finally {
            for (long value : values) {
                TorchBridge.deleteValue(value);
            }
        }
    }

    static long[] handles(List<Tensor> tensors) {
        return tensors.stream().mapToLong(Tensor::handle).toArray();
    }
}
