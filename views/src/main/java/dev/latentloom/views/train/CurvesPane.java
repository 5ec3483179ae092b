package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.plot.LineChartPane;
import dev.latentloom.views.plot.PlotAxis;
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
    private final PlotAxis y;
    private final DoubleUnaryOperator shown;
    private final Map<String, PlotSeries> series = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private ListChangeListener<CurveModel> more = change -> {};
    private boolean smooth;

    /**
     * @param y what is drawn
     * @param shown how a value is drawn, such as a fraction in percent
     */
    CurvesPane(PlotAxis y, DoubleUnaryOperator shown) {
        this.y = y;
        this.shown = shown;
        PlotAxis x = PlotAxis.ofCounts(Messages.text("train.axis.step"));
        plot = new LineChartPane(x, y, false); // chips above the plots say which curve is whose
    }

    LineChartPane plot() {
        return plot;
    }

    /** Draws these metrics of a training, each in its look, and whatever comes later. */
    void show(CurveSet curves, Map<String, Drawn> metrics) {
        lines.clear();
        plot.clear();
        series.clear();
        metrics.forEach(
                (metric, drawn) -> series.put(metric, plot.add(drawn.name(), drawn.look())));
        curves.curves().forEach(this::follow);
        more =
                change -> {
                    while (change.next()) {
                        change.getAddedSubList().forEach(this::follow);
                    }
                };
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
        if (drawn != null) {
            lines.add(new Line(curve, drawn));
        }
    }

    /** Draws running means from now on, or the values themselves. */
    void smooth(boolean on) {
        smooth = on;
        lines.forEach(Line::redraw);
    }

    /** Lifts the curve of a metric; null makes all equal. */
    void emphasize(@Nullable String metric) {
        plot.emphasize(metric == null ? null : series.get(metric));
    }

    /** One curve as it is drawn; follows while this pane holds it. */
    private final class Line {
        private final CurveModel curve;
        private final PlotSeries drawn;
        private final ListChangeListener<CurvePoint> grown = this::change;
        private RunningMean mean = new RunningMean(y.logarithmic());

        Line(CurveModel curve, PlotSeries drawn) {
            this.curve = curve;
            this.drawn = drawn;
            redraw();
            curve.observable().addListener(new WeakListChangeListener<>(grown));
        }

        private void change(ListChangeListener.Change<? extends CurvePoint> change) {
            while (change.next()) {
                if (change.wasRemoved()) {
                    redraw();
                    return;
                }
                change.getAddedSubList()
                        .forEach(point -> drawn.append((double) point.step(), value(point)));
            }
        }

        void redraw() {
            mean = new RunningMean(y.logarithmic());
            drawn.replace(
                    curve.points().stream()
                            .map(point -> PlotPoint.of((double) point.step(), value(point)))
                            .toList());
        }

        private double value(CurvePoint point) {
            double value = shown.applyAsDouble(point.value());
            return smooth ? mean.after(value) : value;
        }
    }
}
