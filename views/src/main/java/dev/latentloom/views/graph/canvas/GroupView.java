package dev.latentloom.views.graph.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The frame around a group and its title. */
final class GroupView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double PAD = 10;
    private static final double GAP = 3;

    private final Label title = new Label();

    GroupView() {
        getStyleClass().add("graph-group");
        title.getStyleClass().add("group-title");
        title.setManaged(false);
        title.setMouseTransparent(true);
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Its title, which lies above the wires that cross the frame. */
    Label title() {
        return title;
    }

    void show(Area frame, String name, boolean selected) {
        title.setText(name);
        resizeRelocate(frame.x(), frame.y(), frame.width(), frame.height());
        title.applyCss();
        double wide = Math.min(Math.ceil(title.prefWidth(-1)), frame.width() - 2 * PAD);
        title.resizeRelocate(
                frame.x() + PAD, frame.y() + GAP, Math.max(0, wide), Drawing.GROUP_TITLE - 2 * GAP);
        pseudoClassStateChanged(SELECTED, selected);
    }
}
