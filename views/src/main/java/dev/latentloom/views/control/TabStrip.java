package dev.latentloom.views.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Several things in one place, one of them shown; the first is open at the start. Each is made when
 * it is opened for the first time.
 */
public final class TabStrip extends VBox {
    private final FlowPane tabs = new FlowPane();
    private final StackPane shown = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Integer, Node> made = new HashMap<>();
    private final IntegerProperty open = new SimpleIntegerProperty(this, "open", 0);

    public TabStrip() {
        getStyleClass().add("tab-strip");
        tabs.getStyleClass().add("tabs");
        VBox.setVgrow(shown, Priority.ALWAYS);
        getChildren().setAll(tabs, shown);
        group.selectedToggleProperty()
                .subscribe(
                        (before, now) -> {
                            if (now == null && before != null) {
                                group.selectToggle(before); // pressing the open tab keeps it open
                            }
                        });
        open.subscribe(index -> select(index.intValue()));
    }

    private void select(int index) {
        if (index >= 0 && index < group.getToggles().size()) {
            group.selectToggle(group.getToggles().get(index));
        }
    }

    /**
     * Adds a tab.
     *
     * @param content makes what stands under it; asked once
     */
    public void add(String title, Supplier<? extends Node> content) {
        ToggleButton tab = new ToggleButton(title);
        tab.getStyleClass().add("dock-tab");
        int place = tabs.getChildren().size();
        tab.setToggleGroup(group);
        tab.selectedProperty()
                .subscribe(
                        selected -> {
                            if (selected) {
                                shown.getChildren()
                                        .setAll(made.computeIfAbsent(place, any -> content.get()));
                                open.set(place);
                            }
                        });
        tabs.getChildren().add(tab);
        select(open.get());
    }

    /** Gives the keyboard to the open tab. */
    public void focusOpen() {
        ((ToggleButton) group.getSelectedToggle()).requestFocus();
    }

    /** Place of the open tab, counted from 0. */
    public IntegerProperty openProperty() {
        return open;
    }
}
