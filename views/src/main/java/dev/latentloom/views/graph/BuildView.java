package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Tip;
import dev.latentloom.views.graph.canvas.GraphCanvas;
import dev.latentloom.views.graph.document.Edit;
import dev.latentloom.views.graph.document.ModelWidths;

import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** The Build area without its inspector: tools above the canvas, and the palette beside them. */
public final class BuildView {
    private static final PseudoClass MILD = PseudoClass.getPseudoClass("mild");

    private final BuildViewModel model;
    private final Runnable run;
    private final Selection selection;
    private final GraphCanvas canvas;
    private final ScrollPane palette = new ScrollPane();
    private final Parent root;

    @FXML private Label name;
    @FXML private Label problems;
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private Button arrange;
    @FXML private Button start;
    @FXML private StackPane middle;

    /**
     * @param run shows the Run area and runs the team there
     */
    @SuppressWarnings("NullAway.Init") // the loader fills the fields that the form names
    public BuildView(BuildViewModel model, Runnable run) {
        this.model = model;
        this.run = run;
        selection = new Selection(model);
        canvas = new GraphCanvas(model, selection);
        root = Fxml.load(this);
    }

    /** What fills the middle of the window. */
    public Parent root() {
        return root;
    }

    /** What stands at the left of it. */
    public Parent palette() {
        return palette;
    }

    /** The drawing, for commands that fit or zoom it. */
    public GraphCanvas canvas() {
        return canvas;
    }

    /** What can be done to what is selected, for menus. */
    public Selection selection() {
        return selection;
    }

    @FXML
    private void initialize() {
        middle.getChildren().addFirst(canvas);
        palette.getStyleClass().add("palette-scroll");
        palette.setAccessibleText(Messages.text("dock.pane.palette"));
        palette.setFitToWidth(true);
        palette.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.modelsProperty().subscribe(this::offer);
        name.textProperty()
                .bind(model.draftProperty().map(draft -> draft.document().graph().name()));
        wire(undo, model.undoableProperty(), "undo", model::undo);
        wire(redo, model.redoableProperty(), "redo", model::redo);
        arrange.setOnAction(event -> model.arrange());
        start.setOnAction(event -> run.run());
        start.disableProperty().bind(model.runnableProperty().not());
        MapChangeListener<String, Remark> count = change -> countProblems();
        model.problems().addListener(count);
        countProblems();
    }

    private void offer(ModelWidths models) {
        palette.setContent(new Palette(AddChoices.all(models), new Dropping()));
    }

    private void countProblems() {
        Map<String, Remark> found = model.problems();
        long errors = found.values().stream().filter(Remark::error).count();
        Remark team = found.get(DraftCheck.TEAM);
        problems.setText(
                team != null
                        ? team.text()
                        : Messages.text("graph.problems", errors, found.size() - errors));
        problems.setVisible(!found.isEmpty());
        problems.pseudoClassStateChanged(MILD, errors == 0);
        String all = String.join("\n", found.values().stream().map(Remark::text).toList());
        Tip.say(problems, all);
    }

    private static void wire(
            Button button, ObservableValue<@Nullable Edit> edit, String key, Runnable act) {
        button.disableProperty().bind(edit.map(known -> false).orElse(true));
        Tooltip words = new Tooltip();
        words.textProperty()
                .bind(edit.map(known -> EditWords.of(key, known)).orElse(EditWords.of(key, null)));
        button.setTooltip(words);
        button.setOnAction(event -> act.run());
    }

    private final class Dropping implements Palette.Target {
        @Override
        public boolean drop(AddChoice choice, double sceneX, double sceneY) {
            return canvas.drop(choice, sceneX, sceneY);
        }

        @Override
        public void add(AddChoice choice) {
            canvas.addInView(choice);
        }
    }
}
