package dev.latentloom.views.run;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.control.Converters;
import dev.latentloom.views.control.Shown;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The controller of EvaluationView.fxml. */
public final class EvaluationView {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML private StackPane source;
    @FXML private HBox acts;
    @FXML private TextField limit;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private ProgressBar progress;
    @FXML private VBox results;
    @FXML private ChoiceBox<ItemFilter> filter;
    @FXML private TextField search;
    @FXML private Label count;
    @FXML private Label kept;
    @FXML private HBox items;
    private final EvaluationViewModel model;

    private EvaluationView(EvaluationViewModel model) {
        this.model = model;
    }

    /** What stands under "Data set". */
    static Node of(EvaluationViewModel model) {
        return Fxml.load(new EvaluationView(model));
    }

    @FXML
    private void initialize() {
        source.getChildren().setAll(new DataPane(model.data(), acts));
        limit.textProperty().bindBidirectional(model.data().limit().textProperty());
        limit.setPromptText(Messages.text("run.limit.all"));
        model.data()
                .limit()
                .validProperty()
                .subscribe(valid -> limit.pseudoClassStateChanged(DANGER, !valid));
        start.disableProperty().bind(model.startableProperty().not());
        start.setOnAction(event -> model.start());
        stop.disableProperty().bind(model.runningProperty().not());
        stop.setOnAction(event -> model.stop());
        progress.progressProperty().bind(model.fractionProperty());
        progress.setAccessibleText(Messages.text("run.evaluate"));
        kept.textProperty()
                .bind(model.keptProperty().map(id -> Messages.text("run.items.kept", id)));
        Shown.when(kept, model.keptProperty().isNotEmpty());
        model.passes().addListener((ListChangeListener<EvaluationPass>) change -> showResults());
        showResults();
        initializeItems();
    }

    private void initializeItems() {
        filter.getItems().setAll(ItemFilter.values());
        filter.setConverter(Converters.named(item -> Messages.text(item.key())));
        filter.valueProperty().bindBidirectional(model.filterProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        count.textProperty()
                .bind(
                        Bindings.size(model.shown())
                                .map(size -> Messages.text("run.items.count", size)));
        ItemsTable table = new ItemsTable(model.shown(), model.item());
        HBox.setHgrow(table, Priority.ALWAYS);
        ItemSheet sheet = new ItemSheet(model.item());
        items.getChildren().setAll(table, sheet);
        items.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, table, sheet));
    }

    /** Keys of an open item: Esc closes it, arrows go on to the next, copy takes its text. */
    private void press(KeyEvent event, ItemsTable table, ItemSheet sheet) {
        if (model.item().itemProperty().get() == null) {
            return;
        }
        boolean inTable = table.isFocused();
        switch (event.getCode()) {
            case ESCAPE -> {
                model.item().close();
                table.requestFocus();
                event.consume();
            }
            case UP, DOWN -> {
                if (!inTable) {
                    step(table, event.getCode() == KeyCode.DOWN);
                    event.consume();
                }
            }
            case C -> {
                if (event.isShortcutDown()) {
                    sheet.copy();
                    event.consume();
                }
            }
            default -> {} // means the same with and without an open item
        }
    }

    private static void step(ItemsTable table, boolean down) {
        if (down) {
            table.getSelectionModel().selectNext();
        } else {
            table.getSelectionModel().selectPrevious();
        }
        table.scrollTo(table.getSelectionModel().getSelectedIndex());
    }

    private void showResults() {
        results.getChildren().setAll(model.passes().stream().map(EvaluationView::result).toList());
    }

    private static HBox result(EvaluationPass pass) {
        Label mode = new Label(Messages.text(pass.key()));
        mode.getStyleClass().add("result-mode");
        Label figures = new Label();
        figures.setWrapText(true);
        figures.textProperty().bind(pass.resultProperty());
        HBox row = new HBox(mode, figures);
        row.getStyleClass().add("row");
        return row;
    }
}
