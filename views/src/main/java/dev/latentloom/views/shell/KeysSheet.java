package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All keys of the window on one sheet. */
public final class KeysSheet {
    private KeysSheet() {}

    /** Lists every command that has a key. */
    public static Node of(CommandRegistry commands) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        int row = 0;
        for (Command command : commands.all()) {
            String keys = command.keys();
            if (keys != null) {
                Label combination = new Label(KeyCombination.valueOf(keys).getDisplayText());
                combination.getStyleClass().add("keys");
                grid.addRow(row++, combination, new Label(command.name()));
            }
        }
        Label title = new Label(Messages.text("shell.keys.title"));
        title.getStyleClass().add("section-title");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("area-scroll");
        VBox sheet = new VBox(title, scroll);
        sheet.getStyleClass().addAll("sheet", "keys-sheet");
        return sheet;
    }
}
