package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The controller of RunView.fxml. */
public final class RunView {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

    @FXML private VBox empty;
    @FXML private ScrollPane page;
    @FXML private VBox main;
    @FXML private StackPane team;
    @FXML private ToggleGroup what;
    @FXML private ToggleButton oneTab;
    @FXML private ToggleButton dataTab;
    @FXML private VBox one;
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
    @FXML private Button replayLast;
    @FXML private Button replayOther;
    @FXML private HBox passes;
    @FXML private StackPane ledger;
    @FXML private StackPane data;
    @FXML private ToggleButton ablationTab;
    @FXML private StackPane ablation;
    private final RunViewModel model;
    private final ReplayViewModel replay;
    private final ReadOnlyStringProperty items;
    private final Supplier<Node> evaluation;
    private final Supplier<Node> sweep;
    private final LedgerTable table = new LedgerTable();

    /**
     * @param replay plays kept runs
     * @param items id of the kept run whose items are shown under "Data set"
     * @param evaluation makes what stands there, once it is to be seen
     * @param sweep makes what stands under "Ablation", likewise
     */
    public RunView(
            RunViewModel model,
            ReplayViewModel replay,
            ReadOnlyStringProperty items,
            Supplier<Node> evaluation,
            Supplier<Node> sweep) {
        this.model = model;
        this.replay = replay;
        this.items = items;
        this.evaluation = evaluation;
        this.sweep = sweep;
    }

    @FXML
    private void initialize() {
        show(empty, model.projectProperty().isNull());
        show(page, model.projectProperty().isNotNull());
        show(one, oneTab.selectedProperty());
        fill(data, dataTab, evaluation);
        fill(ablation, ablationTab, sweep);
        what.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null) {
                                what.selectToggle(before); // pressing the open tab keeps it open
                            }
                        });
        ledger.getChildren().setAll(table);
        model.projectProperty().subscribe(this::showProject);
        model.passes().addListener((ListChangeListener<PassModel>) change -> showPasses());
        initializeQuestion();
        initializeReplay();
    }

    private static void fill(StackPane place, ToggleButton tab, Supplier<Node> content) {
        show(place, tab.selectedProperty());
        tab.selectedProperty()
                .subscribe(
                        open -> {
                            if (open && place.getChildren().isEmpty()) {
                                place.getChildren().setAll(content.get());
                            }
                        });
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
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
        main.addEventHandler(KeyEvent.KEY_PRESSED, this::undoWire);
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

    private void initializeReplay() {
        ReplayBar bar = new ReplayBar(replay);
        replayPlace.getChildren().setAll(bar);
        show(replayPlace, replay.activeProperty());
        replay.activeProperty()
                .subscribe(
                        on -> {
                            if (on) {
                                what.selectToggle(oneTab); // it plays there
                            }
                        });
        items.subscribe(
                id -> {
                    if (!id.isEmpty()) {
                        what.selectToggle(dataTab);
                    }
                });
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

    private void undoWire(KeyEvent event) {
        WireChoices wires = model.choices().wires();
        if (UNDO.match(event) && wires.undoableProperty().get()) {
            wires.undo();
            event.consume(); // what is drawn in Build is not undone from here
        }
    }

    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            (event.isShiftDown() ? oneTab : ask).requestFocus();
            event.consume();
        }
    }

    private static String expectedText(@Nullable Example example) {
        String answer = example == null ? null : example.expected();
        return answer == null ? "" : Messages.text("run.expected", answer);
    }

    private void showProject(@Nullable RunProject project) {
        if (project == null) {
            return;
        }
        ScrollPane map =
                new ScrollPane(new TeamMap(project, model.team(), model.choices().wires()));
        map.getStyleClass().add("area-scroll");
        map.setFitToWidth(true);
        map.setFitToHeight(true);
        team.getChildren().setAll(map);
        examples.getItems().setAll(project.examples().stream().map(this::item).toList());
        examples.setDisable(project.examples().isEmpty());
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
