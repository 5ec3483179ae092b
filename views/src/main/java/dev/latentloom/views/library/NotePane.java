package dev.latentloom.views.library;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Shown;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/** Notes and tags, written in place; what is typed is kept half a second later. */
final class NotePane extends VBox {
    private static final Duration REST = Duration.millis(500);
    private static final int ROWS = 4;

    private final NoteViewModel model;
    private final FlowPane chips = new FlowPane();
    private final TextField tag = new TextField();

    NotePane(NoteViewModel model) {
        this.model = model;
        getStyleClass().add("run-note");
        Shown.when(this, model.editableProperty());
        chips.getStyleClass().add("link-chips");
        tag.setId("newTag");
        tag.setPromptText(Messages.text("library.note.tag"));
        tag.setAccessibleText(Messages.text("library.note.tag"));
        tag.setOnAction(event -> add());
        getChildren().setAll(text(), chips);
        model.tags().addListener((ListChangeListener<String>) change -> showTags());
        showTags();
    }

    private TextArea text() {
        TextArea text = new TextArea();
        text.setId("note");
        text.setPrefRowCount(ROWS);
        text.setWrapText(true);
        text.setPromptText(Messages.text("library.note.text"));
        text.setAccessibleText(Messages.text("library.note.text"));
        text.textProperty().bindBidirectional(model.textProperty());
        PauseTransition rest = new PauseTransition(REST);
        rest.setOnFinished(event -> model.keep());
        model.textProperty().subscribe(rest::playFromStart);
        text.focusedProperty()
                .subscribe(
                        in -> {
                            if (!in) {
                                model.keep();
                            }
                        });
        return text;
    }

    private void add() {
        model.addTag(tag.getText());
        tag.clear();
        tag.requestFocus();
    }

    private void showTags() {
        List<Node> all = new ArrayList<>();
        model.tags().forEach(each -> all.add(chip(each)));
        all.add(tag);
        chips.getChildren().setAll(all);
    }

    private HBox chip(String name) {
        Button remove = new Button("", new FontIcon("fth-x"));
        remove.getStyleClass().addAll("flat", "button-icon", "chip-remove");
        remove.setAccessibleText(Messages.text("library.note.untag", name));
        remove.setTooltip(new Tooltip(Messages.text("library.note.untag", name)));
        remove.setOnAction(
                event -> {
                    model.removeTag(name);
                    tag.requestFocus();
                });
        HBox chip = new HBox(new Label(name), remove);
        chip.getStyleClass().add("tag-chip");
        return chip;
    }
}
