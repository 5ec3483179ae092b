package dev.latentloom.views.job;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Converters;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/** The controller of LogView.fxml. */
public final class LogView {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    @FXML private ChoiceBox<LogLevel> level;
    @FXML private TextField search;
    @FXML private Button copy;
    @FXML private ListView<LogLine> lines;
    private final LogModel model;

    public LogView(LogModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        level.getItems().setAll(LogLevel.INFO, LogLevel.WARNING, LogLevel.ERROR);
        level.setConverter(Converters.named(item -> Messages.text(item.key())));
        level.valueProperty().bindBidirectional(model.levelProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        lines.setItems(model.shown());
        lines.setCellFactory(list -> new Line());
        lines.setPlaceholder(new Label(Messages.text("shell.log.empty")));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.addEventHandler(KeyEvent.KEY_PRESSED, this::copyByKey);
        lines.getItems().subscribe(this::follow);
        copy.setOnAction(event -> copyChosen());
    }

    /** The newest line is in view until somebody has chosen another. */
    private void follow() {
        if (lines.getSelectionModel().isEmpty()) {
            lines.scrollTo(lines.getItems().size() - 1);
        }
    }

    private void copyByKey(KeyEvent event) {
        if (COPY.match(event)) {
            copyChosen();
            event.consume();
        }
    }

    private void copyChosen() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy(lines.getSelectionModel().getSelectedItems()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class Line extends ListCell<LogLine> {
        @Override
        protected void updateItem(@Nullable LogLine item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? null : item.line());
            pseudoClassStateChanged(ERROR, item != null && item.level() == LogLevel.ERROR);
            pseudoClassStateChanged(WARNING, item != null && item.level() == LogLevel.WARNING);
        }
    }
}
