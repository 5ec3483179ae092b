package dev.latentloom.engine.train;

import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/** AdamW over a fixed list of parameters, which it changes in place; used with gradients off. */
public final class AdamW {
    private final List<Tensor> parameters;
    private final Packed packed;
    private final Moments moments;
    private final AdamWSettings settings;

    /**
     * What the optimiser remembers, one tensor each for every parameter.
     *
     * @param first running means of the gradients
     * @param second running means of their squares
     * @param steps number of steps taken, f32 scalars
     */
    public record Moments(List<Tensor> first, List<Tensor> second, List<Tensor> steps) {
        public Moments {
            first = List.copyOf(first);
            second = List.copyOf(second);
            steps = List.copyOf(steps);
        }
    }

    /** Starts with empty moments, which {@code owner} will own. */
    public AdamW(List<Tensor> parameters, AdamWSettings settings, Scope owner) {
        this.parameters = List.copyOf(parameters);
        this.packed = Packed.list(parameters, owner);
        this.settings = settings;
        this.moments =
                new Moments(
                        OptimizerKernels.zerosLike(parameters, owner),
                        OptimizerKernels.zerosLike(parameters, owner),
                        OptimizerKernels.counts(parameters, owner));
    }

    /** Clips the gradients by their common norm, in place, and returns that norm before. */
    public static double clip(List<Tensor> gradients, double limit) {
        return OptimizerKernels.clip(gradients, limit);
    }

    /** One step with gradients in the order of the parameters. */
    public void step(List<Tensor> gradients, double rate) {
        OptimizerKernels.adamw(packed, gradients, moments, rate, settings);
    }

    public List<Tensor> parameters() {
        return parameters;
    }

    /** The live moments, for checkpoints. */
    public Moments moments() {
        return moments;
    }

    /** Takes moments of a checkpoint over, by value. */
    public void restore(Moments stored) {
        OptimizerKernels.overwrite(moments.first(), stored.first());
        OptimizerKernels.overwrite(moments.second(), stored.second());
        OptimizerKernels.overwrite(moments.steps(), stored.steps());
    }
}
