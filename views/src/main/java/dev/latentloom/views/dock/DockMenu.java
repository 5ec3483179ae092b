package dev.latentloom.views.dock;

import dev.latentloom.resources.Messages;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;
import java.util.Locale;

/** What can be done to a pane, in the menu of its tab. */
final class DockMenu {
    private static final List<Side> SIDES = List.of(Side.LEFT, Side.RIGHT, Side.TOP, Side.BOTTOM);

    private DockMenu() {}

    static ContextMenu of(DockPane pane, DockViewModel model) {
        ContextMenu menu = new ContextMenu();
        for (Side side : SIDES) {
            String key = "dock.move." + side.name().toLowerCase(Locale.ROOT);
            menu.getItems().add(item(key, () -> model.move(pane, side)));
        }
        boolean open = model.shown().tabs(pane).filter(DockTabs::open).isPresent();
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        open
                                ? item("dock.fold", () -> model.fold(pane))
                                : item("dock.unfold", () -> model.show(pane)),
                        item("dock.closePane", () -> model.close(pane)));
        return menu;
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(event -> act.run());
        return item;
    }
}
