package dev.latentloom.engine.run;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

/** The typed face of the controls' TorchScript text; x is (N, L, D) throughout. */
final class ControlKernels {
    private static final Kernel KERNEL = Kernel.load(ControlKernels.class, "control.py");

    private ControlKernels() {}

    static Tensor zero(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "zero", x);
    }

    /** The mean over the first axis, everywhere. */
    static Tensor mean(Tensor x, Scope owner) {
        return KERNEL.tensor(owner, "mean", x);
    }

    /** The directions of {@code gaussian}, each vector as long as it was. */
    static Tensor noise(Tensor x, Tensor gaussian, Scope owner) {
        return KERNEL.tensor(owner, "noise", x, gaussian);
    }

    /** The row of the table (V, D) most alike by cosine, times its scale. */
    static Tensor snap(Tensor x, Tensor table, double scale, Scope owner) {
        return KERNEL.tensor(owner, "snap", x, table, scale);
    }
}
