package dev.latentloom.engine.train;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/** The typed face of the optimiser's TorchScript text. */
final class OptimizerKernels {
    private static final Kernel KERNEL = Kernel.load(OptimizerKernels.class, "optimizer.py");

    private OptimizerKernels() {}

    /** Clips in place by the common norm; returns the norm before. */
    static double clip(List<Tensor> gradients, double limit) {
        return KERNEL.number("clip", gradients, limit);
    }

    /** One step, in place. */
    static void adamw(
            Packed parameters,
            List<Tensor> gradients,
            AdamW.Moments moments,
            double rate,
            AdamWSettings settings) {
        KERNEL.perform(
                "adamw",
                parameters,
                gradients,
                moments.first(),
                moments.second(),
                moments.steps(),
                rate,
                settings.beta1(),
                settings.beta2(),
                settings.weightDecay(),
                settings.eps());
    }

    static List<Tensor> zerosLike(List<Tensor> parameters, Scope owner) {
        return KERNEL.tensors(owner, "zeros_like", parameters);
    }

    static List<Tensor> counts(List<Tensor> parameters, Scope owner) {
        return KERNEL.tensors(owner, "counts", parameters);
    }

    /** Sums of two lists of tensors, one by one. */
    static List<Tensor> sums(List<Tensor> xs, List<Tensor> ys, Scope owner) {
        return KERNEL.tensors(owner, "sums", xs, ys);
    }

    /** Copies values into tensors that stay where they are. */
    static void overwrite(List<Tensor> to, List<Tensor> values) {
        KERNEL.perform("overwrite", to, values);
    }
}
