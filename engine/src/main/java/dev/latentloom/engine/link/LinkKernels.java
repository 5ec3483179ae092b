package dev.latentloom.engine.link;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

/** The typed face of the links' TorchScript text. */
final class LinkKernels {
    private static final Kernel KERNEL = Kernel.load(LinkKernels.class, "link.py");

    private LinkKernels() {}

    /** A trained link of any design on (…, in). */
    static Tensor forward(Tensor x, Packed weights, boolean identity, Scope owner) {
        return KERNEL.tensor(owner, "forward", x, weights, identity);
    }

    /** Expected embedding under softmaxed logits (…, V), over the given tokens only. */
    static Tensor expectation(
            Tensor logits, @Nullable Tensor ids, Tensor table, double scale, Scope owner) {
        return KERNEL.tensor(owner, "expectation", logits, ids, table, scale);
    }

    /** (W_outᵀ W_out + λI)⁻¹ W_outᵀ W_in in f32, (in, out). */
    static Tensor realignment(Tensor output, Tensor input, double ridge, Scope owner) {
        return KERNEL.tensor(owner, "realignment", output, input, ridge);
    }

    /** Mean length of the rows of a table. */
    static double meanNorm(Tensor table) {
        return KERNEL.number("mean_norm", table);
    }

    /** x·map, each row then brought to one length; no map means x itself. */
    static Tensor realigned(Tensor x, @Nullable Tensor map, double norm, Scope owner) {
        return KERNEL.tensor(owner, "realigned", x, map, norm);
    }
}
