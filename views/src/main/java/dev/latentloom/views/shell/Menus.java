package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

import java.util.List;

/** The menu bar's menus, made from the commands; their keys work in the whole window. */
final class Menus {
    private Menus() {}

    static List<Menu> of(CommandRegistry commands) {
        return CommandRegistry.MENUS.stream()
                .map(name -> menu(name, commands))
                .filter(menu -> !menu.getItems().isEmpty())
                .toList();
    }

    private static Menu menu(String name, CommandRegistry commands) {
        Menu menu = new Menu(Messages.text("shell.menu." + name));
        commands.all().stream()
                .filter(command -> command.menu().equals(name))
                .map(Menus::item)
                .forEach(menu.getItems()::add);
        return menu;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(command.title());
        if (command.keys() != null) {
            item.setAccelerator(KeyCombination.valueOf(command.keys()));
        }
        item.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !command.enabled().get(), command.enabled()));
        item.setOnAction(event -> command.run());
        return item;
    }
}
