package dev.latentloom.views.library;

import dev.latentloom.engine.project.RunState;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.control.Focus;
import dev.latentloom.views.control.Shown;
import dev.latentloom.views.control.ToolRow;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The controller of RunsView.fxml. */
public final class RunsView {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");

    @FXML private StackPane root;
    @FXML private HBox list;
    @FXML private VBox left;
    @FXML private TextField search;
    @FXML private ChoiceBox<@Nullable String> kind;
    @FXML private ChoiceBox<@Nullable RunState> state;
    @FXML private ChoiceBox<@Nullable String> tag;
    @FXML private Label count;
    @FXML private ToolRow filters;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private Button undo;
    @FXML private Button dismiss;
    private final RunsViewModel model;

    private RunsView(RunsViewModel model) {
        this.model = model;
    }

    /** What stands under "Runs". */
    static Node of(RunsViewModel model) {
        return Fxml.load(new RunsView(model));
    }

    @FXML
    private void initialize() {
        RunsTable table = new RunsTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        left.getChildren().add(table);
        MenuButton columns = table.columnMenu();
        columns.setMinWidth(Region.USE_PREF_SIZE);
        count.setMinWidth(Region.USE_PREF_SIZE);
        filters.getChildren().add(columns);
        list.getChildren().add(new RunDetails(model));
        initializeFilter();
        initializeNotice();
        model.shown().subscribe(() -> table.setPlaceholder(placeholder()));
        table.setPlaceholder(placeholder());
        model.askedProperty()
                .subscribe(
                        times -> {
                            if (times.intValue() > 0) {
                                Focus.onceShown(table);
                            }
                        });
        Node comparison = ComparisonView.of(model.comparison());
        root.getChildren().add(comparison);
        Shown.when(comparison, model.comparison().openProperty());
        Shown.when(list, model.comparison().openProperty().not());
        model.comparison()
                .openProperty()
                .subscribe(
                        (before, open) -> {
                            if (before && !open) {
                                table.requestFocus();
                            }
                        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void initializeFilter() {
        RunFilter filter = model.filter();
        search.textProperty().bindBidirectional(filter.textProperty());
        offer(kind, "library.filter.kind.all", RunWords::kind, filter.kindProperty());
        kind.getItems().addAll(RunWords.KINDS);
        offer(state, "library.filter.state.all", RunWords::state, filter.stateProperty());
        state.getItems().addAll(Arrays.asList(RunState.values()));
        offer(tag, "library.filter.tag.all", Function.identity(), filter.tagProperty());
        model.filter().tags().addListener((ListChangeListener<String>) change -> offerTags());
        offerTags();
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        Messages.text(
                                                "library.runs.count",
                                                model.shown().size(),
                                                model.runs().size()),
                                model.shown(),
                                model.runs()));
    }

    private static <T> void offer(
            ChoiceBox<@Nullable T> box,
            String all,
            Function<T, String> name,
            ObjectProperty<@Nullable T> chosen) {
        box.setConverter(Converters.optional(Messages.text(all), name));
        box.getItems().add(null);
        box.valueProperty().bindBidirectional(chosen);
    }

    private void offerTags() {
        String wanted = model.filter().tagProperty().get();
        List<@Nullable String> all = new ArrayList<>();
        all.add(null);
        all.addAll(model.filter().tags());
        tag.getItems().setAll(all);
        model.filter().tagProperty().set(wanted);
    }

    private void initializeNotice() {
        noticeText.textProperty().bind(model.trash().noticeProperty());
        Shown.when(notice, model.trash().noticeProperty().isNotEmpty());
        undo.setOnAction(event -> model.undo());
        dismiss.setAccessibleText(Messages.text("library.notice.dismiss"));
        dismiss.setOnAction(event -> model.trash().dismiss());
    }

    /** What to do where no run is listed. */
    private Node placeholder() {
        boolean hidden = !model.runs().isEmpty();
        Label text = new Label(Messages.text(hidden ? "library.runs.hidden" : "library.runs.none"));
        text.setWrapText(true);
        Button act =
                new Button(Messages.text(hidden ? "library.filter.clear" : "library.runs.make"));
        act.setOnAction(
                event -> {
                    if (hidden) {
                        model.filter().clear();
                    } else {
                        model.toRun();
                    }
                });
        VBox box = new VBox(text, act);
        box.getStyleClass().addAll("empty-state", "runs-empty");
        return box;
    }

    private void press(KeyEvent event) {
        if (UNDO.match(event) && model.trash().undoableProperty().get()) {
            model.undo();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && model.comparison().openProperty().get()) {
            model.comparison().close();
            event.consume();
        }
    }
}
