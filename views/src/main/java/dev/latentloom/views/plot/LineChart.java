package dev.latentloom.views.plot;

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
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The drawing of a plot: named axes and, between them, curves and bands. */
final class LineChart extends VBox {
    private static final PseudoClass STRONG = PseudoClass.getPseudoClass("strong");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");
    private static final int MARKED = 120; // points; of more, marks would hide the curve
    private static final double PADDING = 0.05; // curves end before the edge

    private final PlotAxis y;
    private final DefaultNumericAxis yAxis;
    private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();

    /**
     * @param legend whether curves are named below
     */
    LineChart(PlotAxis x, PlotAxis y, boolean legend) {
        this.y = y;
        DefaultNumericAxis xAxis =
                x.whole() ? new WholeAxis(x.label()) : new DefaultNumericAxis(x.label(), null);
        xAxis.setAutoRangePadding(PADDING);
        yAxis = new DefaultNumericAxis("", null); // its name stands above, however low the plot is
        yAxis.setLogAxis(y.logarithmic());
        yAxis.setAutoRangePadding(PADDING);
        PlotAxis.Range range = y.range();
        if (range != null) {
            double room = PADDING * (range.high() - range.low()); // so that the end has a label
            show(range.low(), range.high() + room);
        }
        XYChart chart = new XYChart(xAxis, yAxis);
        renderer.getAxes().setAll(xAxis, yAxis); // without this the tooltip never shows
        renderer.setErrorStyle(ErrorStyle.ERRORSURFACE);
        renderer.setAllowNaNs(true);
        chart.getRenderers().setAll(renderer);
        chart.getToolBar().getStyleClass().add("plot-tools");
        Zoomer zoomer = new Zoomer();
        zoomer.setSliderVisible(false);
        chart.getPlugins().addAll(zoomer, new DataPointTooltip());
        chart.setAnimated(false);
        chart.setLegendVisible(legend);
        Label name = new Label(y.label());
        name.getStyleClass().add("plot-name");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().setAll(name, chart);
    }

    private void show(double low, double high) {
        yAxis.setAutoRanging(false);
        yAxis.set(low, high);
    }

    /**
     * Draws these curves and no others.
     *
     * @param drawable each with points
     */
    void draw(List<PlotSeries> drawable) {
        for (PlotSeries one : drawable) {
            if (!renderer.getDatasets().contains(one.points())) {
                renderer.getDatasets().add(one.points());
            }
        }
        renderer.getDatasets()
                .removeIf(
                        points -> drawable.stream().noneMatch(one -> one.points().equals(points)));
        renderer.setDrawMarker(drawable.stream().allMatch(one -> one.size() <= MARKED));
        if (y.logarithmic() && !drawable.isEmpty()) {
            showWholeDecades(drawable);
        }
    }

    /** A logarithmic axis labels decades only, so the range holds two of them. */
    private void showWholeDecades(List<PlotSeries> drawable) {
        double least = drawable.stream().mapToDouble(PlotSeries::least).min().orElseThrow();
        double most = drawable.stream().mapToDouble(PlotSeries::most).max().orElseThrow();
        double low = Math.floor(Math.log10(least));
        double high = Math.max(low + 1, Math.log10(most)) + PADDING;
        show(Math.pow(10, low), Math.pow(10, high));
    }

    /** Lifts one of the drawn curves above the others; null makes all equal. */
    void emphasize(List<PlotSeries> drawable, @Nullable PlotSeries emphasized) {
        for (PlotSeries any : drawable) {
            Node node = renderer.getStyleableNode(any.points());
            node.pseudoClassStateChanged(STRONG, any == emphasized);
            node.pseudoClassStateChanged(FAINT, emphasized != null && any != emphasized);
        }
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
            double unit = Math.max(1, super.computeTickUnit(least));
            return unit == Math.rint(unit) ? unit : 2 * unit; // of 1, 2, 2.5, 5 only 2.5 is broken
        }
    }
}
