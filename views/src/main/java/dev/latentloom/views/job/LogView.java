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
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.jspecify.annotations.Nullable;

/** The controller of LogView.fxml. */
public final class LogView {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

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
        copy.setOnAction(event -> copyShown());
    }

    private void copyShown() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy());
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
