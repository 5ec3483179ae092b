package dev.latentloom.views.control;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Several things in one place, one of them shown; the first is open at the start. */
public final class TabStrip extends VBox {
    private final HBox tabs = new HBox();
    private final StackPane shown = new StackPane();
    private final ToggleGroup group = new ToggleGroup();

    public TabStrip() {
        getStyleClass().add("tab-strip");
        tabs.getStyleClass().add("run-tabs");
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().setAll(tabs, shown);
        group.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null && before != null) {
                                group.selectToggle(before); // pressing the open tab keeps it open
                            }
                        });
    }

    /** Adds a tab. */
    public void add(String title, Node content) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().add("dock-tab");
        tab.setToggleGroup(group);
        tab.selectedProperty()
                .subscribe(
                        open -> {
                            if (open) {
                                shown.getChildren().setAll(content);
                            }
                        });
        tabs.getChildren().add(tab);
        if (group.getSelectedToggle() == null) {
            tab.setSelected(true);
        }
    }

    /** Opens the tab at a place, counted from 0. */
    public void open(int index) {
        group.selectToggle(group.getToggles().get(index));
    }
}
