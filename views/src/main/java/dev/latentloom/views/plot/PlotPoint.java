package dev.latentloom.views.plot;

/**
 * A point of a curve.
 *
 * @param low lower end of its band; equal to {@code value} where there is none
 * @param high upper end of its band
 */
public record PlotPoint(double x, double value, double low, double high) {
    /** A point without a band. */
    public static PlotPoint of(double x, double value) {
        return new PlotPoint(x, value, value, value);
    }
}
