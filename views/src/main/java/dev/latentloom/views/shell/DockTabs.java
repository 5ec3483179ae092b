package dev.latentloom.views.shell;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tabs of the dock; pressing the open one folds the dock to its tab bar. */
final class DockTabs {
    private final Map<ToggleButton, Node> contents = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final StackPane dock;
    private final ShellViewModel model;

    DockTabs(StackPane dock, ShellViewModel model) {
        this.dock = dock;
        this.model = model;
        group.selectedToggleProperty().subscribe(toggle -> showSelected());
        model.dockOpenProperty().subscribe(this::follow);
    }

    void add(ToggleButton tab, Node content) {
        contents.put(tab, content);
        tab.setToggleGroup(group);
    }

    private void showSelected() {
        boolean open = group.getSelectedToggle() != null;
        if (open) {
            dock.getChildren().setAll(contents.get(group.getSelectedToggle()));
        }
        dock.setVisible(open);
        dock.setManaged(open);
        model.dockOpenProperty().set(open);
    }

    private void follow(boolean open) {
        if (!open) {
            group.selectToggle(null);
        } else if (group.getSelectedToggle() == null && !contents.isEmpty()) {
            group.selectToggle(contents.keySet().iterator().next());
        }
    }
}
