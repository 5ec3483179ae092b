package dev.latentloom.app;

import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.dock.DockViewModel;
import dev.latentloom.views.shell.Command;
import dev.latentloom.views.shell.CommandRegistry;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/** What can be done to the panes of the area in view. */
record LayoutCommands(DockViewModel dock) {
    void register(CommandRegistry commands) {
        commands.add("command.dock", "view", "Shortcut+J", dock::toggleDock);
        commands.add(
                new Command(
                        "command.inspector",
                        "view",
                        "Shortcut+I",
                        has(DockPane.INSPECTOR),
                        () -> dock.toggle(DockPane.INSPECTOR)));
        for (DockPane pane : DockPane.values()) {
            if (pane != DockPane.WORK && pane != DockPane.INSPECTOR) {
                commands.add(
                        new Command(
                                "command.pane." + pane.key(),
                                "view",
                                null,
                                has(pane),
                                () -> dock.show(pane)));
            }
        }
        commands.add("command.layout.reset", "view", "Shortcut+Shift+L", dock::reset);
    }

    private ObservableBooleanValue has(DockPane pane) {
        return Bindings.createBooleanBinding(
                () -> dock.panesProperty().get().contains(pane), dock.panesProperty());
    }
}
