package dev.latentloom.app;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/** Finds words that do not fit where they stand; cells of tables, which people widen, apart. */
final class CutText {
    private CutText() {}

    /** What is meant to be read, and what of it can be read. */
    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Parent parent, List<String> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node.isVisible() && node instanceof Parent inner) {
                if (node instanceof Labeled labeled && !(node instanceof IndexedCell<?>)) {
                    look(labeled, found);
                }
                collect(inner, found);
            }
        }
    }

    private static void look(Labeled labeled, List<String> found) {
        for (Node part : labeled.getChildrenUnmodifiable()) {
            if (part != labeled.getGraphic()
                    && part instanceof Text shown
                    && shown.isVisible()
                    && !shown.getText().equals(labeled.getText())) {
                found.add(labeled.getText() + " → " + shown.getText());
            }
        }
    }
}
