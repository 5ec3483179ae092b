package dev.latentloom.views.plot;

import org.jspecify.annotations.Nullable;

/**
 * What stands along one side of a plot.
 *
 * @param name what is measured
 * @param unit its unit, null where it has none
 * @param logarithmic whether equal distances are equal ratios; values of 0 or below leave a gap
 * @param whole whether there is nothing between whole numbers
 * @param range what is shown of it, null for what the curves need
 */
public record PlotAxis(
        String name,
        @Nullable String unit,
        boolean logarithmic,
        boolean whole,
        @Nullable Range range) {
    /**
     * What is shown of an axis.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Range(double low, double high) {}

    /** An axis of any numbers. */
    public PlotAxis(String name, @Nullable String unit, boolean logarithmic) {
        this(name, unit, logarithmic, false, null);
    }

    /** An axis of counts, such as steps. */
    public static PlotAxis ofCounts(String name) {
        return new PlotAxis(name, null, false, true, null);
    }

    /** The same axis, which shows this range whatever the curves do. */
    public PlotAxis within(double low, double high) {
        return new PlotAxis(name, unit, logarithmic, whole, new Range(low, high));
    }

    /** Name and unit as they are written beside the axis. */
    String label() {
        return unit == null ? name : name + ", " + unit;
    }
}
