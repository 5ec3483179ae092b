package dev.latentloom.views.library;

import dev.latentloom.engine.checkpoint.ModelSummary;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Columns;
import dev.latentloom.views.text.Figures;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.ToLongFunction;

/** The controller of LibraryView.fxml. */
public final class LibraryView {
    @FXML private TableView<ModelSummary> models;
    @FXML private Label title;
    @FXML private Label path;
    @FXML private TextArea prompt;
    @FXML private CheckBox chat;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private Label text;
    @FXML private Label facts;
    @FXML private Label problem;
    private final LibraryViewModel model;

    public LibraryView(LibraryViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        initializeTable();
        model.chosenProperty().subscribe(this::showChosen);
        prompt.textProperty().bindBidirectional(model.promptProperty());
        chat.selectedProperty().bindBidirectional(model.chatProperty());
        start.disableProperty().bind(model.readyProperty().not());
        start.setOnAction(event -> model.tryIt());
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        text.textProperty().bind(model.textProperty());
        facts.textProperty().bind(model.factsProperty());
        problem.textProperty().bind(model.problemProperty());
    }

    private void showChosen(@Nullable ModelSummary chosen) {
        title.setText(chosen == null ? Messages.text("library.none") : chosen.name());
        path.setText(chosen == null ? "" : chosen.path().toString());
        if (chosen != null) {
            models.getSelectionModel().select(chosen);
        }
    }

    private void initializeTable() {
        models.setItems(model.models());
        models.setAccessibleText(Messages.text("library.models"));
        Label none = new Label(Messages.text("library.empty"));
        none.setWrapText(true);
        models.setPlaceholder(none);
        models.getColumns()
                .setAll(
                        List.of(
                                Columns.text("library.model", ModelSummary::name),
                                Columns.text("library.family", ModelSummary::family),
                                count("library.layers", ModelSummary::layers),
                                count("library.hidden", ModelSummary::hidden),
                                count("library.vocabulary", ModelSummary::vocabulary),
                                Columns.number(
                                        "library.parameters",
                                        ModelSummary::parameters,
                                        Figures::count),
                                Columns.text("library.dtype", ModelSummary::dtype),
                                Columns.number("library.size", ModelSummary::bytes, Figures::bytes),
                                Columns.text("library.usable", LibraryView::usable)));
        Columns.fit(models, 3, 1.4, 1, 1.5, 1.6, 1.6, 1, 1.4, 3);
        models.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> model.chosenProperty().set(chosen));
    }

    private static TableColumn<ModelSummary, Long> count(
            String header, ToLongFunction<ModelSummary> value) {
        return Columns.number(header, value::applyAsLong, Figures::count);
    }

    private static String usable(ModelSummary model) {
        return model.usable()
                ? Messages.text("library.usable.yes")
                : LibraryViewModel.refusal(model);
    }
}
