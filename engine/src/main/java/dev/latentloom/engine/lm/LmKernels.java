package dev.latentloom.engine.lm;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The typed face of a family's TorchScript text; one compiled module for each family. */
final class LmKernels {
    private static final Map<String, LmKernels> COMPILED = new ConcurrentHashMap<>();

    private final Kernel kernel;

    private LmKernels(Kernel kernel) {
        this.kernel = kernel;
    }

    static LmKernels of(String family) {
        return COMPILED.computeIfAbsent(
                family, name -> new LmKernels(Kernel.load(LmKernels.class, "common.py", name)));
    }

    /**
     * One forward pass.
     *
     * @param x input embeddings (B, T, D)
     * @param wanted how many of the last positions' states are asked for
     * @return hidden states (B, wanted, D); with taps then those before the final norm and those
     *     before each layer; in functional mode then the grown cache
     */
    List<Tensor> decode(
            Tensor x,
            LmWeights weights,
            Packed ropes,
            CacheView cache,
            boolean taps,
            long wanted,
            Scope owner) {
        return kernel.tensors(
                owner,
                "decode",
                x,
                weights.top(),
                weights.layers(),
                weights.numbers(),
                weights.plans(),
                ropes,
                cache.tensors(),
                cache.past(),
                cache.pad(),
                cache.inPlace(),
                taps,
                wanted);
    }

    Tensor embed(Tensor ids, Tensor table, double scale, Scope owner) {
        return kernel.tensor(owner, "embed", ids, table, scale);
    }

    Tensor logits(Tensor hidden, Packed head, double cap, Scope owner) {
        return kernel.tensor(owner, "logits", hidden, head, cap);
    }

    Tensor best(Tensor logits, Scope owner) {
        return kernel.tensor(owner, "best", logits);
    }

    /** The same caches with room for more positions. */
    List<Tensor> widen(List<Tensor> caches, int capacity, int used, Scope owner) {
        return kernel.tensors(owner, "widen", caches, capacity, used);
    }

    /** How a cache looks to one call. */
    record CacheView(Object tensors, int past, @Nullable Tensor pad, boolean inPlace) {}
}
