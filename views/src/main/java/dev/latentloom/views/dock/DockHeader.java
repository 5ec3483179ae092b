package dev.latentloom.views.dock;

import dev.latentloom.resources.Messages;

import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.kordamp.ikonli.javafx.FontIcon;

import software.coley.bentofx.control.Header;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.dockable.DockableMenuFactory;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/** A tab that is named to those who do not see it and does by key what the mouse can do. */
final class DockHeader extends Header {
    private DockHeader(Dockable dockable, HeaderPane pane) {
        super(dockable, pane);
        getStyleClass().add("dock-header");
        accessibleTextProperty().bind(dockable.titleProperty());
        DockContainerLeaf leaf = pane.getContainer();
        focusTraversableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> stop(leaf, dockable),
                                leaf.selectedDockableProperty(),
                                leaf.getDockables()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> press(leaf, event));
        setOnContextMenuRequested(this::menu);
    }

    /** A tab that can be dragged and closed. */
    static Header of(Dockable dockable, HeaderPane pane) {
        Header header = new DockHeader(dockable, pane).withDragDrop();
        if (header.lookup(".close-button") instanceof Button close) {
            close.setText("");
            close.setGraphic(new FontIcon("fth-x"));
            close.setAccessibleText(Messages.text("dock.close", dockable.getTitle()));
        }
        return header;
    }

    /** The keyboard stops once at a place; arrows go on to its other tabs. */
    private static boolean stop(DockContainerLeaf leaf, Dockable dockable) {
        Dockable selected = leaf.getSelectedDockable();
        return selected == null
                ? !leaf.getDockables().isEmpty() && leaf.getDockables().getFirst() == dockable
                : selected == dockable;
    }

    private void press(DockContainerLeaf leaf, KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            leaf.toggleCollapse(getDockable());
            event.consume();
        }
    }

    private void menu(ContextMenuEvent event) {
        DockableMenuFactory factory = getDockable().getContextMenuFactory();
        if (event.isKeyboardTrigger() && factory != null) {
            ContextMenu menu = factory.build(getDockable());
            Point2D below = localToScreen(0, getHeight());
            if (menu != null && below != null) {
                menu.show(this, below.getX(), below.getY());
            }
            event.consume();
        }
    }
}
