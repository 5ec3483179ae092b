package dev.latentloom.engine.train;

/**
 * Learning rate that rises linearly to its peak, then falls along half a cosine.
 *
 * @param peak highest rate
 * @param warmUp steps of the rise; may be 0
 * @param total steps in all
 * @param floor what is left at the end, as a share of the peak
 */
public record CosineSchedule(double peak, int warmUp, int total, double floor) {
    /** The rate of a step, counted from 0. */
    public double rate(int step) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        double done = (double) (step - warmUp) / Math.max(1, total - warmUp);
        double fallen = (1 + Math.cos(Math.PI * Math.min(1, done))) / 2;
        return peak * (floor + (1 - floor) * fallen);
    }
}
