package dev.latentloom.engine.train;

/**
 * Constants of AdamW with decoupled weight decay.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param eps added to the root of the second moment
 * @param weightDecay times the learning rate, taken off every weight at every step
 */
public record AdamWSettings(double beta1, double beta2, double eps, double weightDecay) {
    /** As the RecursiveMAS code trains its links: β 0.9 and 0.95, no decay. */
    public static final AdamWSettings LINKS = new AdamWSettings(0.9, 0.95, 1e-8, 0);

    /** As PyTorch's defaults, which the tutorial uses. */
    public static final AdamWSettings TORCH = new AdamWSettings(0.9, 0.999, 1e-8, 0.01);
}
