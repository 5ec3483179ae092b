package dev.latentloom.views.train;

/**
 * The mean of a noisy curve as it goes on: each value weighs 0.9 times as much as the one after it.
 * On a logarithmic axis it is the geometric mean.
 */
final class RunningMean {
    private static final double KEPT = 0.9;

    private final boolean logarithmic;
    private double sum;
    private double weight;

    RunningMean(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    /** The mean up to this value; what cannot be drawn stays as it is and counts for nothing. */
    double after(double value) {
        double amount = logarithmic ? Math.log(value) : value;
        if (!Double.isFinite(amount)) {
            return value;
        }
        sum = KEPT * sum + amount;
        weight = KEPT * weight + 1;
        double mean = sum / weight;
        return logarithmic ? Math.exp(mean) : mean;
    }
}
