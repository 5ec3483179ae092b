package dev.latentloom.views.control;

import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Boxes whose choices change. */
public final class Combo {
    private Combo() {}

    /**
     * Shows what can be chosen and what is chosen. Nothing is chosen in between: a box goes on
     * showing its old choice where the new one has the same place in another list.
     *
     * @param value one of the items; null for none
     */
    public static <T> void show(ComboBox<T> box, List<T> items, @Nullable T value) {
        if (!box.getItems().equals(items)) {
            box.setValue(null);
            box.getItems().setAll(items);
        }
        box.setValue(value);
    }
}
