package dev.latentloom.views.plot;

import java.util.List;

/** One curve of a plot; grows while it is looked at. Must be used on the FX thread. */
public final class PlotSeries {
    /** How many looks the style sheet has for series. */
    public static final int COLOURS = 6;

    private final FxPoints points;
    private final Runnable changed;
    private final PlotAxis y;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    PlotSeries(String name, String look, PlotAxis y, Runnable changed) {
        this.points = new FxPoints(name);
        points.addStyleClasses(look);
        this.y = y;
        this.changed = changed;
    }

    /** Adds a point. */
    public void append(double x, double value) {
        append(x, value, value, value);
    }

    /** Adds a point with a band from {@code low} to {@code high}. */
    public void append(double x, double value, double low, double high) {
        put(x, value, low, high);
        changed.run();
    }

    /** Takes every point away and puts these in their place. */
    public void replace(List<PlotPoint> fresh) {
        points.clearData();
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
        fresh.forEach(this::put);
        if (!fresh.isEmpty()) {
            put(fresh.getLast()); // the chart turns the last band over; this one has no width
        }
        changed.run();
    }

    /** Takes every point away. */
    public void clear() {
        replace(List.of());
    }

    private void put(PlotPoint point) {
        put(point.x(), point.value(), point.low(), point.high());
    }

    private void put(double x, double value, double low, double high) {
        boolean drawable = Double.isFinite(value) && (!y.logarithmic() || value > 0);
        if (drawable) {
            double floor = y.logarithmic() && low <= 0 ? value : low;
            least = Math.min(least, floor);
            most = Math.max(most, high);
            points.add(x, value, value - floor, high - value);
        } else {
            points.add(x, Double.NaN, 0, 0); // a gap tells that something was there
        }
    }

    FxPoints points() {
        return points;
    }

    /** How many points there are, gaps included. */
    int size() {
        return points.getDataCount();
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Whether there is anything to draw; the chart library loops on a set without points. */
    boolean drawable() {
        return least <= most;
    }
}
