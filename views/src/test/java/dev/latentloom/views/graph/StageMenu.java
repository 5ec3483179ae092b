package dev.latentloom.views.graph;

import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The menu of a right click on the canvas; items in menus under it stand behind a slash. */
record StageMenu(BuildStage stage) {
    /** Names of the items that can be picked. */
    List<String> items(Point2D at) throws Exception {
        return List.copyOf(open(at).keySet());
    }

    /** Right-clicks and picks an item. */
    void pick(Point2D at, String item) throws Exception {
        MenuItem found = open(at).get(item);
        if (found == null) {
            throw new AssertionError("no item " + item);
        }
        BuildStage.fx(
                () -> {
                    found.fire();
                    List<Window> menus =
                            Window.getWindows().stream()
                                    .filter(ContextMenu.class::isInstance)
                                    .toList();
                    menus.forEach(Window::hide);
                    return true;
                });
        stage.settle();
    }

    private Map<String, MenuItem> open(Point2D at) throws Exception {
        return BuildStage.fx(
                () -> {
                    Node surface = stage.view.canvas().lookup(".canvas-surface");
                    Point2D inside = surface.sceneToLocal(at);
                    Point2D screen = surface.localToScreen(inside);
                    Event.fireEvent(
                            surface,
                            new ContextMenuEvent(
                                    surface,
                                    surface,
                                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                    inside.getX(),
                                    inside.getY(),
                                    screen.getX(),
                                    screen.getY(),
                                    false,
                                    null));
                    Map<String, MenuItem> items = new LinkedHashMap<>();
                    for (Window window : Window.getWindows()) {
                        if (window instanceof ContextMenu menu && menu.isShowing()) {
                            collect("", menu.getItems(), items);
                        }
                    }
                    return items;
                });
    }

    private static void collect(String under, List<MenuItem> from, Map<String, MenuItem> into) {
        for (MenuItem item : from) {
            if (item instanceof Menu menu) {
                collect(menu.getText() + "/", menu.getItems(), into);
            } else if (!item.isDisable() && item.getText() != null) {
                into.put(under + item.getText(), item);
            }
        }
    }
}
