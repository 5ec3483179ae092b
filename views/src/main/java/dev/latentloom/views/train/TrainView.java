package dev.latentloom.views.train;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.control.TabStrip;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.job.PauseButton;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The controller of TrainView.fxml. */
public final class TrainView {
    @FXML private VBox empty;
    @FXML private ScrollPane page;
    @FXML private Label title;
    @FXML private Label stage;
    @FXML private Label progress;
    @FXML private Button start;
    @FXML private PauseButton pause;
    @FXML private Button stop;
    @FXML private Button resume;
    @FXML private Label resumeNote;
    @FXML private ProgressBar bar;
    @FXML private Label problem;
    @FXML private StackPane chips;
    @FXML private StackPane losses;
    @FXML private StackPane measures;
    @FXML private StackPane atlas;
    @FXML private StackPane outcome;
    @FXML private Label notice;
    private final TrainViewModel model;
    private final TrainCharts charts = new TrainCharts();
    private final AtlasPane gradients = new AtlasPane();
    private final CheckpointsTable checkpoints = new CheckpointsTable();
    private final AnswersTable answers = new AnswersTable();
    private final LinkChips links;

    TrainView(TrainViewModel model) {
        this.model = model;
        links = new LinkChips(model.selectedProperty(), smooth());
    }

    @FXML
    private void initialize() {
        Shown.when(empty, model.projectProperty().isNull());
        Shown.when(page, model.projectProperty().isNotNull());
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        stop.disableProperty().bind(model.stoppableProperty().not());
        stop.setOnAction(event -> model.stop());
        pause.setOnAction(event -> model.pauseOrGoOn());
        model.stateProperty().subscribe(pause::show);
        resume.disableProperty().bind(model.resumableProperty().not());
        resume.setOnAction(event -> model.resume());
        model.resumableProperty().subscribe(can -> showResume());
        model.stoppedProperty().subscribe(run -> showResume());
        model.choices().whenChanged(this::showResume);
        Shown.when(resumeNote, resumeNote.textProperty().isNotEmpty());
        chips.getChildren().setAll(links);
        losses.getChildren().setAll(charts.losses());
        measures.getChildren().setAll(charts.measures());
        atlas.getChildren().setAll(gradients);
        outcome.getChildren().setAll(outcome());
        notice.textProperty().bind(model.noticeProperty());
        Shown.when(notice, model.noticeProperty().isNotEmpty());
        Shown.when(problem, problem.textProperty().isNotEmpty());
        model.projectProperty().subscribe(this::showProject);
        model.runProperty().subscribe(this::showRun);
        model.jobProperty().subscribe(this::showJob);
        model.selectedProperty().subscribe(this::choose);
    }

    private CheckBox smooth() {
        CheckBox smooth = new CheckBox(Messages.text("train.smooth"));
        smooth.getStyleClass().add("train-smooth");
        smooth.setTooltip(new Tooltip(Messages.text("train.smooth.tip")));
        smooth.selectedProperty().subscribe(charts::smooth);
        return smooth;
    }

    private TabStrip outcome() {
        TabStrip tabs = new TabStrip();
        tabs.add(Messages.text("train.tab.checkpoints"), () -> checkpoints);
        tabs.add(Messages.text("train.tab.sets"), () -> CompareView.of(model));
        tabs.add(Messages.text("train.tab.answers"), () -> answers);
        return tabs;
    }

    private void showResume() {
        StoppedRun stopped = model.stoppedProperty().get();
        if (stopped == null || !model.resumableProperty().get()) {
            resumeNote.setText("");
            return;
        }
        List<String> differs = model.resumeDiff();
        String key = differs.isEmpty() ? "train.resume.same" : "train.resume.diff";
        resumeNote.setText(
                Messages.text(
                        key,
                        stopped.id(),
                        Figures.count(stopped.step()),
                        stopped.spec().recipe(),
                        String.join(" · ", differs)));
    }

    private void choose(@Nullable String link) {
        charts.emphasize(link);
        gradients.choose(link);
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
        gradients.show(run);
        checkpoints.show(run);
        answers.show(run);
        choose(model.selectedProperty().get());
        progress.textProperty().bind(run.progressProperty());
        problem.textProperty().bind(run.problemProperty());
    }

    private void showJob(@Nullable JobEntry job) {
        if (job == null) {
            return;
        }
        bar.progressProperty().bind(job.fractionProperty());
        stage.textProperty()
                .bind(model.stateProperty().map(TrainView::stateName).orElse(stateName(null)));
    }

    private static String stateName(@Nullable JobState state) {
        return Messages.text((state == null ? JobState.WAITING : state).key());
    }
}
