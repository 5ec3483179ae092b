package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Shown;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The controller of PassView.fxml: one question in one mode, live. */
public final class PassView {
    private static final PseudoClass TEXT = PseudoClass.getPseudoClass("text");
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label stage;
    @FXML private VBox lanes;
    @FXML private VBox warnings;
    @FXML private Label answer;
    @FXML private Label verdict;
    @FXML private Label problem;
    private final PassModel model;

    private PassView(PassModel model) {
        this.model = model;
    }

    /** The nodes of one pass. */
    static Node of(PassModel model) {
        return Fxml.load(new PassView(model));
    }

    @FXML
    private void initialize() {
        root.pseudoClassStateChanged(TEXT, model.mode() == RunMode.TEXT);
        title.setText(Messages.text(RunKind.keyOf(model.mode())));
        stage.textProperty().bind(model.stageProperty());
        showLanes();
        model.lanes().addListener((ListChangeListener<LaneModel>) change -> showLanes());
        model.warnings().addListener((ListChangeListener<String>) change -> showWarnings());
        answer.textProperty().bind(model.answerProperty());
        model.correctProperty().subscribe(this::showVerdict);
        problem.textProperty().bind(model.problemProperty());
        Shown.when(problem, model.problemProperty().isNotEmpty());
    }

    private void showLanes() {
        lanes.getChildren()
                .setAll(
                        model.lanes().stream()
                                .map(lane -> new LaneRow(lane, model.receivers()))
                                .toList());
    }

    private void showWarnings() {
        warnings.getChildren().setAll(model.warnings().stream().map(PassView::warning).toList());
    }

    private static Label warning(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("warning-text");
        return label;
    }

    private void showVerdict(@Nullable Boolean correct) {
        boolean right = Boolean.TRUE.equals(correct);
        boolean wrong = Boolean.FALSE.equals(correct);
        String key = right ? "run.right" : "run.wrong";
        verdict.setText(correct == null ? "" : Messages.text(key));
        verdict.pseudoClassStateChanged(RIGHT, right);
        verdict.pseudoClassStateChanged(WRONG, wrong);
    }
}
