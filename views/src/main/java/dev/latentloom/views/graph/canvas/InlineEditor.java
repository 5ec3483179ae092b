package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** A text field over a name, or a text area over a note, while it is being written. */
final class InlineEditor {
    private static final double LEAST_WIDE = 140;
    private static final double LEAST_HIGH = 30;

    private final Pane over;
    private final Runnable after;
    private @Nullable TextInputControl field;

    /**
     * @param over what the field is put on
     * @param after done when the field has gone, so that the canvas gets the focus back
     */
    InlineEditor(Pane over, Runnable after) {
        this.over = over;
        this.after = after;
    }

    /**
     * Opens a field; Enter (in an area Ctrl+Enter) or leaving it keeps what is written, Esc does
     * not.
     *
     * @param at where, in points of the canvas
     */
    void open(Area at, String text, boolean lines, Consumer<String> keep) {
        close();
        TextInputControl input = lines ? new TextArea(text) : new TextField(text);
        if (input instanceof TextArea area) {
            area.setWrapText(true);
        }
        input.getStyleClass().add("inline-editor");
        input.setAccessibleText(Messages.text("graph.inlineEditor"));
        input.setManaged(false);
        over.getChildren().add(input);
        input.resizeRelocate(
                at.x(),
                at.y(),
                Math.max(LEAST_WIDE, at.width()),
                Math.max(LEAST_HIGH, at.height()));
        field = input;
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, lines, keep));
        input.focusedProperty()
                .addListener(
                        (property, old, now) -> {
                            if (!now) {
                                finish(keep);
                            }
                        });
        input.requestFocus();
        input.selectAll();
    }

    private void key(KeyEvent event, boolean lines, Consumer<String> keep) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
            finish(keep);
            event.consume();
        }
    }

    private void finish(Consumer<String> keep) {
        TextInputControl input = field;
        if (input != null) {
            close();
            keep.accept(input.getText());
        }
    }

    private void close() {
        TextInputControl input = field;
        field = null;
        if (input != null) {
            over.getChildren().remove(input);
            after.run();
        }
    }
}
