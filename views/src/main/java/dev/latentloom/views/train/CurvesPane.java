package dev.latentloom.views.train;

import dev.latentloom.views.plot.LineChartPane;
import dev.latentloom.views.plot.PlotPoint;
import dev.latentloom.views.plot.PlotSeries;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Some curves of a training in one plot, as they grow. */
final class CurvesPane {
    private final LineChartPane plot;
    private final DoubleUnaryOperator shown;
    private final Map<String, PlotSeries> series = new LinkedHashMap<>();
    private final List<Object> listeners = new ArrayList<>(); // kept alive with this pane

    /**
     * @param shown how a value is drawn, such as a fraction in percent
     */
    CurvesPane(LineChartPane plot, DoubleUnaryOperator shown) {
        this.plot = plot;
        this.shown = shown;
        plot.hideLegend();
    }

    /** Draws these metrics of a training, each in its look, and whatever comes later. */
    void show(CurveSet curves, Map<String, Drawn> metrics) {
        listeners.clear();
        plot.clear();
        series.clear();
        metrics.forEach(
                (metric, drawn) -> series.put(metric, plot.add(drawn.name(), drawn.look())));
        curves.curves().forEach(this::follow);
        ListChangeListener<CurveModel> more =
                change -> {
                    while (change.next()) {
                        change.getAddedSubList().forEach(this::follow);
                    }
                };
        listeners.add(more);
        curves.curves().addListener(new WeakListChangeListener<>(more));
    }

    /**
     * How a metric is drawn.
     *
     * @param look style class of its curve
     */
    record Drawn(String name, String look) {}

    private void follow(CurveModel curve) {
        PlotSeries drawn = series.get(curve.metric());
        if (drawn == null) {
            return;
        }
        redraw(curve, drawn);
        ListChangeListener<CurvePoint> grown =
                change -> {
                    while (change.next()) {
                        if (change.wasRemoved()) {
                            redraw(curve, drawn);
                            return;
                        }
                        change.getAddedSubList()
                                .forEach(
                                        point -> drawn.append((double) point.step(), value(point)));
                    }
                };
        listeners.add(grown);
        curve.observable().addListener(new WeakListChangeListener<>(grown));
    }

    private void redraw(CurveModel curve, PlotSeries drawn) {
        drawn.replace(
                curve.points().stream()
                        .map(point -> PlotPoint.of((double) point.step(), value(point)))
                        .toList());
    }

    private double value(CurvePoint point) {
        return shown.applyAsDouble(point.value());
    }

    /** Lifts the curve of a metric; null makes all equal. */
    void emphasize(@Nullable String metric) {
        plot.emphasize(metric == null ? null : series.get(metric));
    }
}
