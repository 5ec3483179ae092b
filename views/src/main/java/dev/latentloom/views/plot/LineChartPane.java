package dev.latentloom.views.plot;

import dev.latentloom.resources.Messages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Curves that grow while they are looked at, with bands where a series gives them: named axes,
 * legend, colours and dashes that survive grey printing, drag to zoom, right click to go back. The
 * chart is made when there is something to draw and the pane is in a window, since that takes many
 * milliseconds.
 */
public final class LineChartPane extends StackPane {
    private final PlotAxis x;
    private final PlotAxis y;
    private final boolean legend;
    private final Label empty = new Label(Messages.text("shell.plot.empty"));
    private final List<PlotSeries> series = new ArrayList<>();
    private @Nullable LineChart chart;
    private @Nullable PlotSeries emphasized;

    /** With a legend. */
    public LineChartPane(PlotAxis x, PlotAxis y) {
        this(x, y, true);
    }

    /**
     * @param legend whether curves are named below, false where something beside it explains them
     */
    public LineChartPane(PlotAxis x, PlotAxis y, boolean legend) {
        this.x = x;
        this.y = y;
        this.legend = legend;
        getStyleClass().add("plot");
        empty.getStyleClass().add("muted");
        setAccessibleText(Messages.text("shell.plot", y.label(), x.label()));
        sceneProperty().subscribe(scene -> refresh());
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

    /** Lifts one curve above the others; null makes all equal again. */
    public void emphasize(@Nullable PlotSeries one) {
        emphasized = one;
        refresh();
    }

    /** Takes every curve away. */
    public void clear() {
        series.clear();
        refresh();
    }

    private void refresh() {
        List<PlotSeries> drawable = series.stream().filter(PlotSeries::drawable).toList();
        if (chart == null && !drawable.isEmpty() && getScene() != null) {
            chart = new LineChart(x, y, legend);
        }
        if (chart != null) {
            chart.draw(drawable);
            chart.emphasize(drawable, emphasized);
        }
        Node shown = chart == null || drawable.isEmpty() ? empty : chart;
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
    }
}
