package dev.latentloom.engine.link;

import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

/**
 * LatentMAS's training-free map: h·W_a with W_a = (W_outᵀ W_out + λI)⁻¹ W_outᵀ W_in in f32, always
 * brought to the mean length of the receiver's embeddings; across widths the same ridge map between
 * the sender's output rows and the receiver's embeddings of the tokens both spell alike.
 */
public final class RealignLink implements RecursiveLink {
    /** The λ of LatentMAS. */
    public static final double RIDGE = 1e-5;

    private final @Nullable Tensor map;
    private final double norm;
    private final int in;
    private final int out;

    private RealignLink(CausalLm sender, CausalLm receiver, @Nullable Tensor map) {
        this.map = map;
        this.norm = EmbeddingScale.meanNorm(receiver);
        this.in = sender.config().hidden();
        this.out = receiver.config().hidden();
    }

    /** Into the model's own embedding space. */
    public static RealignLink inner(CausalLm lm, double ridge, Scope owner) {
        Tensor map = LinkKernels.realignment(lm.outputTable(), lm.embeddingTable(), ridge, owner);
        return new RealignLink(lm, lm, map);
    }

    /** Without the map: states are only brought to the length of embeddings. */
    public static RealignLink rescaleOnly(CausalLm lm) {
        return new RealignLink(lm, lm, null);
    }

    /** Into another model's embedding space. */
    public static RealignLink outer(
            CausalLm sender, CausalLm receiver, SharedTokens shared, double ridge, Scope owner) {
        try (Scope scratch = owner.child()) {
            Tensor from = scratch.longs(shared.sender(), shared.size());
            Tensor to = scratch.longs(shared.receiver(), shared.size());
            Tensor output = TensorKernels.rows(sender.outputTable(), from, scratch);
            Tensor input = TensorKernels.rows(receiver.embeddingTable(), to, scratch);
            Tensor map = LinkKernels.realignment(output, input, ridge, scratch);
            Tensor there = TensorKernels.to(map, receiver.device(), DType.F32, scratch);
            return new RealignLink(sender, receiver, owner.adopt(there));
        }
    }

    @Override
    public Tensor forward(Tensor x, Scope owner) {
        return LinkKernels.realigned(x, map, norm, owner);
    }

    @Override
    public int in() {
        return in;
    }

    @Override
    public int out() {
        return out;
    }

    /** W_a (in, out), f32; null where states are only rescaled. */
    public @Nullable Tensor map() {
        return map;
    }

    /** The length every result has. */
    public double norm() {
        return norm;
    }
}
