package dev.latentloom.views.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** A command's name at the left, its keys at the right; muted while it cannot be done. */
final class CommandCell extends ListCell<Command> {
    private final Label name = new Label();
    private final Label keys = new Label();
    private final HBox row;

    CommandCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(name, gap, keys);
        keys.getStyleClass().add("keys");
    }

    @Override
    protected void updateItem(@Nullable Command item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            return;
        }
        name.setText(item.name());
        String combination = item.keys();
        keys.setText(
                combination == null ? "" : KeyCombination.valueOf(combination).getDisplayText());
        row.setDisable(!item.enabled().get());
        setGraphic(row);
    }
}
