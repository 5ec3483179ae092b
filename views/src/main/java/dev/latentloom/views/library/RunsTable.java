package dev.latentloom.views.library;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.engine.stats.Proportion;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Kept runs, sorted by any column; several can be chosen. */
final class RunsTable extends TableView<KeptRun> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");

    /** Shares of the width, in the order of the columns; negative where hidden at first. */
    private static final double[] SHARES = {
        128, 72, 76, -72, 84, 86, 50, 40, 52, 80, 56, 66, 106, 96, -80, -80, -80, -64
    };

    private final RunsViewModel model;
    private boolean following; // the selection is set from the model

    RunsTable(RunsViewModel model) {
        this.model = model;
        SortedList<KeptRun> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getStyleClass().addAll("dense", "runs");
        setAccessibleText(Messages.text("library.runs.table"));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(table -> new Row());
        getColumns().setAll(words());
        getColumns().addAll(figures());
        for (int i = 0; i < SHARES.length; i++) {
            TableColumn<KeptRun, ?> column = getColumns().get(i);
            column.setVisible(SHARES[i] > 0);
        }
        Columns.fit(this, Arrays.stream(SHARES).map(Math::abs).toArray());
        getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<KeptRun>) change -> choose());
        model.runs().addListener((ListChangeListener<KeptRun>) change -> keepPlace());
        model.chosen().addListener((ListChangeListener<KeptRun>) change -> follow());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                        model.replay();
                    }
                });
    }

    private static List<TableColumn<KeptRun, ?>> words() {
        return List.of(
                Columns.whole("library.run.when", RunWords::when),
                Columns.whole("library.run.kind", RunWords::kind),
                Columns.text("library.run.state", RunWords::state),
                Columns.text("library.run.graph", KeptRun::graph),
                Columns.text("library.run.mode", RunWords::mode),
                Columns.text("library.run.links", KeptRun::links),
                Columns.text("library.run.steps", RunWords::steps),
                Columns.text("library.run.rounds", RunWords::rounds),
                Columns.number("library.run.seed", KeptRun::seed, String::valueOf),
                Columns.text("library.run.data", RunWords::data));
    }

    private static List<TableColumn<KeptRun, ?>> figures() {
        return List.of(
                Columns.number("library.run.items", KeptRun::items, Figures::count),
                Columns.number("library.run.right", RunsTable::right, Figures::percent),
                Columns.whole("library.run.low", RunWords::interval),
                Columns.text("library.run.tags", RunWords::tags),
                count("library.run.prefill", "prefillTokens"),
                count("library.run.decoded", "decodedTokens"),
                count("library.run.latent", "latentSteps"),
                Columns.number("library.run.wall", KeptRun::seconds, Figures::significant));
    }

    private static TableColumn<KeptRun, Long> count(String header, String name) {
        return Columns.number(header, run -> run.count(name), Figures::count);
    }

    private static @Nullable Double right(KeptRun run) {
        Proportion accuracy = run.accuracy();
        return accuracy == null ? null : Double.valueOf(accuracy.share());
    }

    /** A menu of the columns, each shown or not. */
    MenuButton columnMenu() {
        MenuButton menu = new MenuButton(Messages.text("library.runs.columns"));
        for (TableColumn<KeptRun, ?> column : getColumns()) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Rows that come and go above those in view do not move them; at the top, the newest shows. */
    private void keepPlace() {
        if (!(lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && flow.getFirstVisibleCell() instanceof Row top
                && top.getItem() != null)) {
            return;
        }
        Path run = top.getItem().folder(); // rows follow the list at the next layout only
        double above = top.getLayoutY();
        if (top.getIndex() == 0 && above == 0) {
            return;
        }
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).folder().equals(run)) {
                layout();
                scrollTo(i);
                flow.scrollPixels(-above);
                return;
            }
        }
    }

    private void choose() {
        if (!following) {
            List<KeptRun> now =
                    getSelectionModel().getSelectedItems().stream()
                            .filter(Objects::nonNull) // rows on their way out
                            .toList();
            following = true; // the model's list follows, not this one
            model.choose(now);
            following = false;
        }
    }

    /** Selects what the model says is chosen. */
    private void follow() {
        if (following) {
            return;
        }
        following = true;
        getSelectionModel().clearSelection();
        model.chosen().forEach(getSelectionModel()::select);
        following = false;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            model.delete();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            model.replay();
            event.consume();
        }
    }

    /** Colour says the same as the words of the state; a run that did not end well is not green. */
    private static final class Row extends TableRow<KeptRun> {
        @Override
        protected void updateItem(@Nullable KeptRun item, boolean empty) {
            super.updateItem(item, empty);
            RunState state = item == null || empty ? RunState.DONE : item.state();
            pseudoClassStateChanged(
                    FAILED, state == RunState.FAILED || state == RunState.UNREADABLE);
            pseudoClassStateChanged(
                    PARTIAL, state == RunState.STOPPED || state == RunState.CUT_OFF);
        }
    }
}
