package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.TabStrip;
import dev.latentloom.views.plot.PlotAxis;
import dev.latentloom.views.train.CurvesPane.Drawn;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** The curves of a training: loss of each link, and beside it what else was measured. */
final class TrainCharts {
    private static final double PERCENT = 100;
    private static final String ALL = "series-all";

    private final CurvesPane loss = pane("train.axis.loss", true);
    private final CurvesPane gradient = pane("train.axis.gradient", true);
    private final CurvesPane rate = pane("train.axis.rate", false);
    private final CurvesPane accuracy =
            new CurvesPane(
                    axis("train.axis.accuracy", "%", false).within(0, PERCENT),
                    value -> value * PERCENT);
    private final CurvesPane fidelity =
            new CurvesPane(
                    axis("train.axis.fidelity", null, false).within(0, 1),
                    DoubleUnaryOperator.identity());
    private final TabStrip measures = new TabStrip();

    TrainCharts() {
        measures.add(Messages.text("train.tab.accuracy"), accuracy::plot);
        measures.add(Messages.text("train.tab.gradient"), gradient::plot);
        measures.add(Messages.text("train.tab.rate"), rate::plot);
        measures.add(Messages.text("train.tab.fidelity"), fidelity::plot);
    }

    private static CurvesPane pane(String name, boolean logarithmic) {
        return new CurvesPane(axis(name, null, logarithmic), DoubleUnaryOperator.identity());
    }

    private static PlotAxis axis(String name, @Nullable String unit, boolean logarithmic) {
        return new PlotAxis(Messages.text(name), unit, logarithmic);
    }

    Node losses() {
        return loss.plot();
    }

    Node measures() {
        return measures;
    }

    /** Draws what is told at every step as running means, or as it was told. */
    void smooth(boolean on) {
        List.of(loss, gradient, fidelity).forEach(pane -> pane.smooth(on));
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
