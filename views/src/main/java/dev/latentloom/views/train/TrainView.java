package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.run.RunProject;

import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The controller of TrainView.fxml. */
public final class TrainView {
    @FXML private VBox empty;
    @FXML private VBox main;
    @FXML private Label title;
    @FXML private Label stage;
    @FXML private Label progress;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private ProgressBar bar;
    @FXML private Label problem;
    @FXML private StackPane chips;
    @FXML private StackPane losses;
    @FXML private StackPane measures;
    private final TrainViewModel model;
    private final TrainCharts charts = new TrainCharts();
    private final LinkChips links;

    TrainView(TrainViewModel model) {
        this.model = model;
        links = new LinkChips(model.selectedProperty());
    }

    @FXML
    private void initialize() {
        show(empty, model.projectProperty().isNull());
        show(main, model.projectProperty().isNotNull());
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        stop.disableProperty().bind(model.stoppableProperty().not());
        stop.setOnAction(event -> model.stop());
        chips.getChildren().setAll(links);
        losses.getChildren().setAll(charts.losses());
        measures.getChildren().setAll(charts.measures());
        model.projectProperty().subscribe(this::showProject);
        model.runProperty().subscribe(this::showRun);
        model.jobProperty().subscribe(this::showJob);
        model.selectedProperty().subscribe(charts::emphasize);
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void showProject(@Nullable RunProject project) {
        title.setText(project == null ? "" : Messages.text("train.title", project.name()));
        if (project != null && model.runProperty().get() == null) {
            links.show(LinkName.of(project.graph()));
        }
    }

    private void showRun(@Nullable TrainRun run) {
        if (run == null) {
            return;
        }
        links.show(run.links());
        charts.show(run);
        charts.emphasize(model.selectedProperty().get());
        progress.textProperty().bind(run.progressProperty());
        problem.textProperty().bind(run.problemProperty());
    }

    private void showJob(@Nullable JobEntry job) {
        if (job == null) {
            return;
        }
        bar.progressProperty().bind(job.fractionProperty());
        stage.textProperty().bind(model.stateProperty().map(TrainView::stateName));
    }

    private static String stateName(@Nullable JobState state) {
        return Messages.text((state == null ? JobState.WAITING : state).key());
    }
}
