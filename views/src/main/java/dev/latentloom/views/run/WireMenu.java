package dev.latentloom.views.run;

import dev.latentloom.engine.job.Control;
import dev.latentloom.resources.Messages;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What the next run can do to one wire, or to undo that. */
final class WireMenu {
    private WireMenu() {}

    /** The menu of one edge, as things stand now. */
    static ContextMenu of(String edge, WireChoices choices) {
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        menu.getItems().add(item(edge, null, choices, group));
        for (Control control : WireChoices.KINDS) {
            menu.getItems().add(item(edge, control, choices, group));
        }
        MenuItem undo = new MenuItem(Messages.text("run.wire.undo"));
        undo.setDisable(!choices.undoableProperty().get());
        undo.setOnAction(event -> choices.undo());
        MenuItem clear = new MenuItem(Messages.text("run.wire.clear"));
        clear.setDisable(choices.wires().isEmpty());
        clear.setOnAction(event -> choices.clear());
        menu.getItems().addAll(new SeparatorMenuItem(), undo, clear);
        return menu;
    }

    private static RadioMenuItem item(
            String edge, @Nullable Control control, WireChoices choices, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(name(control));
        item.setToggleGroup(group);
        item.setSelected(choices.wires().get(edge) == control);
        item.setOnAction(event -> choices.set(edge, control));
        return item;
    }

    /** Its short name, on the wire. */
    static String mark(Control control) {
        return Messages.text("run.wire." + control.name().toLowerCase(Locale.ROOT));
    }

    /** What people call it. */
    static String name(@Nullable Control control) {
        return control == null
                ? Messages.text("run.wire.through")
                : Messages.text("run.control." + control.name().toLowerCase(Locale.ROOT));
    }
}
