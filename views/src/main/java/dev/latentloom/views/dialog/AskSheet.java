package dev.latentloom.views.dialog;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.control.Focus;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** A question as a sheet over the window. */
public final class AskSheet {
    private AskSheet() {}

    /**
     * Builds the sheet.
     *
     * @param close takes the sheet away; runs before the choice acts
     */
    public static Node of(Ask ask, Runnable close) {
        Label title = new Label(Messages.text(ask.key() + ".name", ask.arguments()));
        title.getStyleClass().add("section-title");
        Label text = new Label(Messages.text(ask.key() + ".about", ask.arguments()));
        text.setWrapText(true);
        VBox sheet = new VBox(title, text);
        sheet.getStyleClass().addAll("sheet", "ask-sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        if (!ask.details().isEmpty()) {
            sheet.getChildren().add(details(ask.details()));
        }
        List<Button> buttons = new ArrayList<>();
        for (Choice choice : ask.choices()) {
            Button button = new Button(Messages.text(choice.key()));
            button.setId(choice.key());
            button.setDefaultButton(choice.primary());
            if (choice.primary()) {
                button.getStyleClass().add("accent");
                Focus.onceShown(button);
            }
            button.setOnAction(
                    event -> {
                        close.run();
                        choice.act().run();
                    });
            buttons.add(button);
        }
        HBox row = new HBox();
        row.getChildren().setAll(buttons);
        row.getStyleClass().add("sheet-buttons");
        sheet.getChildren().add(row);
        return sheet;
    }

    private static Node details(List<String> lines) {
        VBox list = new VBox();
        list.getStyleClass().add("ask-details");
        for (String line : lines) {
            Label label = new Label("· " + line);
            label.setWrapText(true);
            list.getChildren().add(label);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("ask-scroll");
        return scroll;
    }
}
