package dev.latentloom.views.home;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Recovered work beside the saved one: what it is, and what to do with it. */
final class RecoveredRow extends HBox {
    RecoveredRow(RecoveredCard card) {
        getStyleClass().add("recovered-card");
        Label title = new Label(card.title());
        title.getStyleClass().add("tile-title");
        Label text = new Label(card.text());
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        VBox words = new VBox(title, text);
        words.getStyleClass().add("tile-content");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = button("project.openRecovered", card, card.open());
        open.getStyleClass().add("accent");
        getChildren()
                .setAll(
                        words,
                        button("project.compare", card, card.compare()),
                        button("project.keepSaved", card, card.keep()),
                        open);
    }

    private static Button button(String key, RecoveredCard card, Runnable act) {
        Button button = new Button(Messages.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(Messages.text(key) + ": " + card.title());
        button.setOnAction(event -> act.run());
        return button;
    }
}
