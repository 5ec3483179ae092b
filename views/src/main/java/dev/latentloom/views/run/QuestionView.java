package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Shown;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;

/** The controller of QuestionView.fxml: one question, asked or replayed, and what it cost. */
final class QuestionView {
    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");

    @FXML private TextArea question;
    @FXML private Button ask;
    @FXML private Button step;
    @FXML private Button toEnd;
    @FXML private Button stop;
    @FXML private MenuButton examples;
    @FXML private Button draw;
    @FXML private Label expected;
    @FXML private Label problem;
    @FXML private StackPane replayPlace;
    @FXML private Label earlier;
    @FXML private Button replayLast;
    @FXML private Button replayOther;
    @FXML private HBox passes;
    @FXML private StackPane ledger;
    private final RunViewModel model;
    private final ReplayViewModel replay;
    private final Runnable back;
    private final LedgerTable table = new LedgerTable();

    private QuestionView(RunViewModel model, ReplayViewModel replay, Runnable back) {
        this.model = model;
        this.replay = replay;
        this.back = back;
    }

    /**
     * What stands under "One question".
     *
     * @param replay plays kept runs in the place of the answer
     * @param back gives the keyboard to what comes before the question
     */
    static Node of(RunViewModel model, ReplayViewModel replay, Runnable back) {
        return Fxml.load(new QuestionView(model, replay, back));
    }

    @FXML
    private void initialize() {
        ledger.getChildren().setAll(table);
        model.projectProperty().subscribe(this::showProject);
        model.passes().addListener((ListChangeListener<PassModel>) change -> showPasses());
        showPasses();
        initializeEarlier();
        initializeQuestion();
        initializeReplay();
    }

    private void initializeQuestion() {
        question.textProperty().bindBidirectional(model.questionProperty());
        question.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        ask.disableProperty().bind(model.askableProperty().not());
        ask.setOnAction(event -> model.ask());
        step.disableProperty().bind(model.steppableProperty().not());
        step.setOnAction(event -> model.step());
        step.setTooltip(new Tooltip(Messages.text("run.step.tip")));
        toEnd.disableProperty().bind(model.steppingProperty().not());
        toEnd.setOnAction(event -> model.runToEnd());
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        draw.setOnAction(event -> model.drawQuestion());
        expected.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> expectedText(model.exampleProperty().get()),
                                model.exampleProperty()));
        problem.textProperty()
                .bind(Bindings.concat(model.problemProperty(), replay.problemProperty()));
    }

    /** Answers to another question than the one that stands above them say so and step back. */
    private void initializeEarlier() {
        BooleanBinding stale =
                Bindings.createBooleanBinding(
                        () ->
                                model.passes().stream()
                                        .anyMatch(pass -> !pass.question().equals(asked())),
                        model.passes(),
                        model.questionProperty());
        Shown.when(earlier, stale);
        stale.subscribe(
                now -> {
                    earlier.setText(
                            now
                                    ? Messages.text(
                                            "run.earlier", model.passes().getFirst().question())
                                    : "");
                    passes.pseudoClassStateChanged(EARLIER, now);
                    ledger.pseudoClassStateChanged(EARLIER, now);
                });
    }

    private String asked() {
        return model.questionProperty().get();
    }

    private void initializeReplay() {
        replayPlace.getChildren().setAll(new ReplayBar(replay));
        Shown.when(replayPlace, replay.activeProperty());
        replayLast
                .disableProperty()
                .bind(Bindings.isEmpty(model.passes()).or(model.runningProperty()));
        replayLast.setOnAction(event -> replayLast());
        replayOther.disableProperty().bind(model.runningProperty());
        replayOther.setOnAction(event -> chooseReplay());
    }

    private void replayLast() {
        Path folder = model.passes().getFirst().folderProperty().get();
        if (folder != null) {
            replay.open(folder);
        }
    }

    private void chooseReplay() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("run.replay.other"));
        File chosen = chooser.showDialog(replayOther.getScene().getWindow());
        if (chosen != null) {
            replay.open(chosen.toPath());
        }
    }

    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            if (event.isShiftDown()) {
                back.run();
            } else {
                ask.requestFocus();
            }
            event.consume();
        }
    }

    private static String expectedText(@Nullable Example example) {
        String answer = example == null ? null : example.expected();
        return answer == null ? "" : Messages.text("run.expected", answer);
    }

    private void showProject(@Nullable RunProject project) {
        if (project != null) {
            examples.getItems().setAll(project.examples().stream().map(this::item).toList());
            examples.setDisable(project.examples().isEmpty());
        }
    }

    private MenuItem item(Example example) {
        MenuItem item = new MenuItem(example.question());
        item.setOnAction(event -> model.choose(example));
        return item;
    }

    private void showPasses() {
        passes.getChildren().setAll(model.passes().stream().map(PassView::of).toList());
        passes.getChildren().forEach(pass -> HBox.setHgrow(pass, Priority.ALWAYS));
        table.show(model.passes());
    }
}
