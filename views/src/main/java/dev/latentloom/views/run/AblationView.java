package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.plot.LineChartPane;
import dev.latentloom.views.plot.PlotAxis;
import dev.latentloom.views.plot.PlotPoint;
import dev.latentloom.views.plot.PlotSeries;
import dev.latentloom.views.text.Figures;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The controller of AblationView.fxml. */
public final class AblationView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double PERCENT = 100;

    @FXML private TextField steps;
    @FXML private TextField rounds;
    @FXML private TextField seeds;
    @FXML private TextField limit;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private Button export;
    @FXML private ProgressBar progress;
    @FXML private Label method;
    @FXML private Label problem;
    @FXML private StackPane chart;
    private final AblationViewModel model;
    private final LineChartPane plot =
            new LineChartPane(
                    PlotAxis.ofCounts(Messages.text("run.m")),
                    new PlotAxis(Messages.text("run.ablation.accuracy"), "%", false)
                            .within(0, PERCENT));
    private final Map<Integer, PlotSeries> curves = new TreeMap<>();

    private AblationView(AblationViewModel model) {
        this.model = model;
    }

    /** What stands under "Ablation". */
    static Node of(AblationViewModel model) {
        return Fxml.load(new AblationView(model));
    }

    @FXML
    private void initialize() {
        bind(steps, model.steps().textProperty(), model.steps().validProperty());
        steps.setTooltip(tip("run.ablation.steps.tip", model.steps().bounds()));
        bind(rounds, model.rounds().textProperty(), model.rounds().validProperty());
        rounds.setTooltip(tip("run.ablation.rounds.tip", model.rounds().bounds()));
        bind(seeds, model.seeds().textProperty(), model.seeds().validProperty());
        seeds.setPromptText("1");
        seeds.setTooltip(tip("run.ablation.seeds.tip", model.seeds().bounds()));
        bind(limit, model.limit().textProperty(), model.limit().validProperty());
        limit.setPromptText(Messages.text("run.limit.all"));
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        export.disableProperty().bind(Bindings.isEmpty(model.cells()));
        export.setOnAction(event -> export());
        progress.progressProperty().bind(model.fractionProperty());
        problem.textProperty().bind(model.problemProperty());
        chart.getChildren().setAll(plot);
        model.cells().addListener((ListChangeListener<RunEvent.Cell>) change -> draw());
        model.noticeProperty().subscribe(notice -> showMethod());
        model.data().fileProperty().subscribe(file -> showMethod());
        draw();
    }

    private static Tooltip tip(String key, String bounds) {
        return new Tooltip(Messages.text(key, bounds));
    }

    private static void bind(TextField field, StringProperty text, ObservableValue<Boolean> valid) {
        field.textProperty().bindBidirectional(text);
        valid.subscribe(fits -> field.pseudoClassStateChanged(DANGER, !fits));
    }

    private void draw() {
        Map<Integer, List<AblationPoint>> now = model.curves();
        if (!curves.keySet().equals(now.keySet())) {
            plot.clear();
            curves.clear();
            now.keySet()
                    .forEach(n -> curves.put(n, plot.add(Messages.text("run.ablation.curve", n))));
        }
        now.forEach(
                (n, points) ->
                        Objects.requireNonNull(curves.get(n))
                                .replace(points.stream().map(AblationView::point).toList()));
        showMethod();
    }

    private static PlotPoint point(AblationPoint point) {
        return new PlotPoint(
                point.steps(),
                point.accuracy() * PERCENT,
                point.low() * PERCENT,
                point.high() * PERCENT);
    }

    private void showMethod() {
        List<AblationPoint> points =
                model.curves().values().stream().flatMap(List::stream).toList();
        if (points.isEmpty()) {
            method.setText(Messages.text("run.ablation.empty", model.dataNow()));
            return;
        }
        int items = points.stream().mapToInt(AblationPoint::items).min().orElseThrow();
        int most = points.stream().mapToInt(AblationPoint::seeds).max().orElseThrow();
        String said = Messages.text("run.ablation.method", Figures.count(items), most);
        String asked = Messages.text("run.ablation.data", model.asked());
        String notice = model.noticeProperty().get();
        method.setText(String.join(" ", said, asked, notice).strip());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("run.ablation.export"));
        chooser.setInitialFileName("ablation.csv");
        File chosen = chooser.showSaveDialog(export.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }
}
