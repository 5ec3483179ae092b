package dev.latentloom.views.plot;

import org.jspecify.annotations.Nullable;

/**
 * What stands along one side of a plot.
 *
 * @param name what is measured
 * @param unit its unit, null where it has none
 * @param logarithmic whether equal distances are equal ratios; values of 0 or below leave a gap
 * @param whole whether there is nothing between whole numbers
 */
public record PlotAxis(String name, @Nullable String unit, boolean logarithmic, boolean whole) {
    /** An axis of any numbers. */
    public PlotAxis(String name, @Nullable String unit, boolean logarithmic) {
        this(name, unit, logarithmic, false);
    }

    /** An axis of counts, such as steps. */
    public static PlotAxis ofCounts(String name) {
        return new PlotAxis(name, null, false, true);
    }

    /** Name and unit as they are written beside the axis. */
    String label() {
        return unit == null ? name : name + ", " + unit;
    }
}
