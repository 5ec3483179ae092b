package dev.latentloom.views.plot;

import dev.latentloom.resources.Messages;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.plugins.DataPointTooltip;
import io.fair_acc.chartfx.plugins.Zoomer;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves that grow while they are looked at, with bands where a series gives them: named axes,
 * legend, colours and dashes that survive grey printing, drag to zoom, right click to go back.
 */
public final class LineChartPane extends StackPane {
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final double PADDING = 0.05; // curves end before the edge

    private final PlotAxis y;
    private final DefaultNumericAxis xAxis;
    private final DefaultNumericAxis yAxis;
    private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    private final XYChart chart;
    private final VBox drawn;
    private final Label empty = new Label(Messages.text("shell.plot.empty"));
    private final List<PlotSeries> series = new ArrayList<>();
    private @Nullable PlotSeries emphasized;

    public LineChartPane(PlotAxis x, PlotAxis y) {
        this.y = y;
        getStyleClass().add("plot");
        empty.getStyleClass().add("muted");
        xAxis = x.whole() ? new WholeAxis(x.label()) : new DefaultNumericAxis(x.label(), null);
        xAxis.setAutoRangePadding(PADDING);
        yAxis = new DefaultNumericAxis("", null); // its name stands above, however low the plot is
        yAxis.setLogAxis(y.logarithmic());
        yAxis.setAutoRangePadding(PADDING);
        chart = new XYChart(xAxis, yAxis);
        renderer.getAxes().setAll(xAxis, yAxis); // without this the tooltip never shows
        renderer.setErrorStyle(ErrorStyle.ERRORSURFACE);
        renderer.setAllowNaNs(true);
        chart.getRenderers().setAll(renderer);
        chart.getToolBar().getStyleClass().add("plot-tools");
        Zoomer zoomer = new Zoomer();
        zoomer.setSliderVisible(false);
        chart.getPlugins().addAll(zoomer, new DataPointTooltip());
        chart.setAnimated(false);
        Label name = new Label(y.label());
        name.getStyleClass().add("plot-name");
        drawn = new VBox(name, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        setAccessibleText(Messages.text("shell.plot", y.label(), x.label()));
        refresh();
    }

    /** Adds a curve; its colour and dash are those of its place. */
    public PlotSeries add(String name) {
        return add(name, "series-" + series.size() % PlotSeries.COLOURS);
    }

    /** Adds a curve that looks as a style class of the style sheet says. */
    public PlotSeries add(String name, String look) {
        PlotSeries fresh = new PlotSeries(name, look, y, this::refresh);
        series.add(fresh);
        return fresh;
    }

    /** Takes the legend away, where something beside the plot explains the curves. */
    public void hideLegend() {
        chart.setLegendVisible(false);
    }

    /** Shows this range of values whatever the curves do. */
    public void showRange(double low, double high) {
        yAxis.setAutoRanging(false);
        yAxis.set(low, high + PADDING * (high - low)); // so that the upper end has a label
    }

    /** Lifts one curve above the others; null makes all equal again. */
    public void emphasize(@Nullable PlotSeries one) {
        emphasized = one;
        mark();
    }

    private void mark() {
        for (PlotSeries any : series) {
            if (renderer.getDatasets().contains(any.points())) {
                Node node = renderer.getStyleableNode(any.points());
                node.pseudoClassStateChanged(STRONG, any == emphasized);
                node.pseudoClassStateChanged(FAINT, emphasized != null && any != emphasized);
            }
        }
    }

    /** Takes every curve away. */
    public void clear() {
        series.clear();
        refresh();
    }

    private void refresh() {
        List<PlotSeries> drawable = series.stream().filter(PlotSeries::drawable).toList();
        for (PlotSeries one : drawable) {
            if (!renderer.getDatasets().contains(one.points())) {
                renderer.getDatasets().add(one.points());
            }
        }
        renderer.getDatasets()
                .removeIf(
                        points -> drawable.stream().noneMatch(one -> one.points().equals(points)));
        if (y.logarithmic() && !drawable.isEmpty()) {
            showWholeDecades(drawable);
        }
        mark();
        Node shown = drawable.isEmpty() ? empty : drawn;
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
    }

    /** A logarithmic axis labels decades only, so the range holds two of them. */
    private void showWholeDecades(List<PlotSeries> drawable) {
        double least = drawable.stream().mapToDouble(PlotSeries::least).min().orElseThrow();
        double most = drawable.stream().mapToDouble(PlotSeries::most).max().orElseThrow();
        double low = Math.floor(Math.log10(least));
        double high = Math.max(low + 1, Math.log10(most)) + PADDING;
        yAxis.setAutoRanging(false);
        yAxis.set(Math.pow(10, low), Math.pow(10, high));
    }

    /** Marks whole numbers only. */
    private static final class WholeAxis extends DefaultNumericAxis {
        private static final long serialVersionUID = 1; // its kind asks for one; nobody stores it

        WholeAxis(String name) {
            super(name, null);
            setMinorTickCount(0);
        }

        @Override
        protected double computeTickUnit(double least) {
            return Math.max(1, super.computeTickUnit(least));
        }
    }
}
