package dev.latentloom.views.library;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunDiff;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Columns;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The controller of ComparisonView.fxml. */
public final class ComparisonView {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    @FXML private Button back;
    @FXML private Label firstName;
    @FXML private Label firstResult;
    @FXML private Label secondName;
    @FXML private Label secondResult;
    @FXML private Label verdict;
    @FXML private Label count;
    @FXML private CheckBox whole;
    @FXML private TableView<RunDiff> lines;
    private final ComparisonViewModel model;

    private ComparisonView(ComparisonViewModel model) {
        this.model = model;
    }

    /** What stands in the place of the list while two runs are compared. */
    static Node of(ComparisonViewModel model) {
        return Fxml.load(new ComparisonView(model));
    }

    @FXML
    private void initialize() {
        back.setOnAction(event -> model.close());
        verdict.textProperty().bind(model.verdictProperty());
        count.textProperty().bind(model.countProperty());
        whole.selectedProperty().bindBidirectional(model.wholeProperty());
        lines.setItems(model.lines());
        lines.setPlaceholder(new Label(Messages.text("library.compare.same")));
        lines.setRowFactory(table -> new Row());
        lines.getColumns()
                .setAll(
                        List.of(
                                Columns.text("library.compare.part", ComparisonView::part),
                                Columns.text("library.compare.setting", RunDiff::name),
                                Columns.text("library.compare.first", line -> word(line.first())),
                                Columns.text(
                                        "library.compare.second", line -> word(line.second()))));
        Columns.fit(lines, 1, 2, 3, 3);
        model.openProperty().subscribe(this::show);
    }

    private static String part(RunDiff line) {
        return Messages.text("library.run.part." + line.part().name());
    }

    private static String word(@Nullable String value) {
        return value == null ? Messages.text("library.compare.absent") : value;
    }

    private void show(boolean open) {
        if (open) {
            name(firstName, firstResult, model.first());
            name(secondName, secondResult, model.second());
            back.requestFocus();
        }
    }

    private static void name(Label name, Label result, KeptRun run) {
        name.setText(run.id());
        result.setText(
                Messages.text(
                        "library.run.headline", RunWords.headline(run), RunWords.accuracy(run)));
    }

    private static final class Row extends TableRow<RunDiff> {
        @Override
        protected void updateItem(@Nullable RunDiff item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(DIFFERS, item != null && !empty && item.differs());
        }
    }
}
