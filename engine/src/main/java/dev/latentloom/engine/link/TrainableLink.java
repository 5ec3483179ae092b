package dev.latentloom.engine.link;

import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.MemoryUse;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A link with weights of its own, f32 on its device; computes in their type whatever type its input
 * has.
 */
public final class TrainableLink implements RecursiveLink {
    private final LinkShape shape;
    private final Map<String, Tensor> weights;
    private final Packed packed;

    private TrainableLink(LinkShape shape, Map<String, Tensor> weights, Scope owner) {
        this.shape = shape;
        this.weights = Collections.unmodifiableMap(weights);
        Map<String, Tensor> byPart = new LinkedHashMap<>();
        for (LinkPart part : shape.design().parts()) {
            for (String kind : List.of(".weight", ".bias")) {
                Tensor tensor = weights.get(shape.design().nameOf(part) + kind);
                if (tensor != null) {
                    byPart.put(part.key() + kind, tensor);
                }
            }
        }
        this.packed = Packed.map(byPart, owner);
    }

    /**
     * A freshly initialised link, see {@link LinkValues#fresh}.
     *
     * @param lastNorm start of the last LayerNorm's weight, 1 or {@link EmbeddingScale}
     */
    public static TrainableLink create(
            LinkShape shape, double lastNorm, long seed, DeviceChoice device, Scope owner) {
        return of(LinkValues.fresh(shape, lastNorm, seed), device, owner);
    }

    /** A link with these values. */
    public static TrainableLink of(LinkValues values, DeviceChoice device, Scope owner) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> entry : values.shape().weights().entrySet()) {
            float[] numbers = Objects.requireNonNull(values.weights().get(entry.getKey()));
            try (Scope scratch = owner.child()) {
                Tensor here = scratch.floats(numbers, entry.getValue().toArray());
                weights.put(entry.getKey(), TensorKernels.to(here, device, DType.F32, owner));
            }
        }
        noteWeights(values.shape(), owner);
        return new TrainableLink(values.shape(), weights, owner);
    }

    /**
     * The same design with other weights, such as leaves that gradients are taken of.
     *
     * @param replaced one tensor for each name of {@link #weights()}; they stay their owner's
     * @param owner owns what is made anew here and has to live as long as the result is used
     */
    public TrainableLink withWeights(Map<String, Tensor> replaced, Scope owner) {
        Map<String, Tensor> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> entry : shape.weights().entrySet()) {
            Tensor tensor = replaced.get(entry.getKey());
            if (tensor == null || !tensor.shape().equals(entry.getValue())) {
                throw new IllegalArgumentException(
                        entry.getKey() + " is not there as " + entry.getValue());
            }
            ordered.put(entry.getKey(), tensor);
        }
        return new TrainableLink(shape, ordered, owner);
    }

    /** The same link with copies of its weights as leaves, of which gradients are taken. */
    public TrainableLink withLeaves(Scope owner) {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> leaves.put(name, TensorKernels.leaf(tensor, owner)));
        noteWeights(shape, owner);
        return withWeights(leaves, owner);
    }

    private static void noteWeights(LinkShape shape, Scope owner) {
        owner.note(MemoryUse.LINKS, shape.parameters() * DType.F32.bytes());
    }

    /** Its numbers, copied out. */
    public LinkValues values() {
        Map<String, float[]> values = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> values.put(name, TensorKernels.floats(tensor)));
        return new LinkValues(shape, values);
    }

    @Override
    public Tensor forward(Tensor x, Scope owner) {
        LinkDesign design = shape.design();
        return LinkKernels.forward(x, packed, design.inner() && design.residual(), owner);
    }

    @Override
    public int in() {
        return shape.in();
    }

    @Override
    public int out() {
        return shape.out();
    }

    public LinkShape shape() {
        return shape;
    }

    /** Weights by their official names, in the order in which a state passes them. */
    public Map<String, Tensor> weights() {
        return weights;
    }

    /** The weights alone, in the order of {@link #weights()}. */
    public List<Tensor> parameters() {
        return List.copyOf(weights.values());
    }
}
