package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.TabStrip;
import dev.latentloom.views.plot.LineChartPane;
import dev.latentloom.views.plot.PlotAxis;
import dev.latentloom.views.train.CurvesPane.Drawn;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The curves of a training: loss of each link, and beside it what else was measured. */
final class TrainCharts {
    private static final double PERCENT = 100;
    private static final String ALL = "series-all";

    private final LineChartPane lossPlot = plot("train.axis.loss", null, true);
    private final CurvesPane loss = new CurvesPane(lossPlot, DoubleUnaryOperator.identity());
    private final CurvesPane accuracy;
    private final CurvesPane gradient;
    private final CurvesPane rate;
    private final CurvesPane fidelity;
    private final TabStrip measures = new TabStrip();

    TrainCharts() {
        LineChartPane accuracyPlot = plot("train.axis.accuracy", "%", false);
        accuracyPlot.showRange(0, PERCENT);
        accuracy = new CurvesPane(accuracyPlot, value -> value * PERCENT);
        LineChartPane gradientPlot = plot("train.axis.gradient", null, true);
        gradient = new CurvesPane(gradientPlot, DoubleUnaryOperator.identity());
        LineChartPane ratePlot = plot("train.axis.rate", null, false);
        rate = new CurvesPane(ratePlot, DoubleUnaryOperator.identity());
        LineChartPane fidelityPlot = plot("train.axis.fidelity", null, false);
        fidelityPlot.showRange(0, 1);
        fidelity = new CurvesPane(fidelityPlot, DoubleUnaryOperator.identity());
        measures.add(Messages.text("train.tab.accuracy"), accuracyPlot);
        measures.add(Messages.text("train.tab.gradient"), gradientPlot);
        measures.add(Messages.text("train.tab.rate"), ratePlot);
        measures.add(Messages.text("train.tab.fidelity"), fidelityPlot);
    }

    private static LineChartPane plot(String name, @Nullable String unit, boolean logarithmic) {
        return new LineChartPane(
                PlotAxis.ofCounts(Messages.text("train.axis.step")),
                new PlotAxis(Messages.text(name), unit, logarithmic));
    }

    Node losses() {
        return lossPlot;
    }

    Node measures() {
        return measures;
    }

    /** Draws a training from its beginning and goes on with it. */
    void show(TrainRun run) {
        Map<String, Drawn> losses = links(run, "loss/");
        losses.put("loss", new Drawn(Messages.text("train.loss.all"), ALL));
        loss.show(run.curves(), losses);
        gradient.show(run.curves(), links(run, "grad/"));
        fidelity.show(run.curves(), links(run, "fidelity/"));
        accuracy.show(run.curves(), only("accuracy/validation", "train.tab.accuracy"));
        rate.show(run.curves(), only("learningRate", "train.tab.rate"));
    }

    private static Map<String, Drawn> links(TrainRun run, String prefix) {
        Map<String, Drawn> drawn = new LinkedHashMap<>();
        for (int place = 0; place < run.links().size(); place++) {
            LinkName link = run.links().get(place);
            drawn.put(prefix + link.key(), new Drawn(link.name(), LinkChips.look(place)));
        }
        return drawn;
    }

    private static Map<String, Drawn> only(String metric, String name) {
        return Map.of(metric, new Drawn(Messages.text(name), ALL));
    }

    /** Lifts one link in every plot that has its curve; null makes all equal. */
    void emphasize(@Nullable String link) {
        loss.emphasize(link == null ? null : "loss/" + link);
        gradient.emphasize(link == null ? null : "grad/" + link);
        fidelity.emphasize(link == null ? null : "fidelity/" + link);
    }
}
