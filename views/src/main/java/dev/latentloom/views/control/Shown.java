package dev.latentloom.views.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** What is there only sometimes. */
public final class Shown {
    private Shown() {}

    /** Shows a node while something holds; otherwise it takes no room either. */
    public static void when(Node node, ObservableBooleanValue holds) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(holds);
    }
}
