package dev.latentloom.views.plot;

import org.jspecify.annotations.Nullable;

/**
 * What stands along one side of a plot.
 *
 * @param name what is measured
 * @param unit its unit, null where it has none
 * @param logarithmic whether equal distances are equal ratios; values of 0 or below leave a gap
 */
public record PlotAxis(String name, @Nullable String unit, boolean logarithmic) {
    /** An axis without a unit and with equal distances. */
    public static PlotAxis of(String name) {
        return new PlotAxis(name, null, false);
    }

    /** Name and unit as they are written beside the axis. */
    String label() {
        return unit == null ? name : name + ", " + unit;
    }
}
