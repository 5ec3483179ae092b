package dev.latentloom.views.graph.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The frame around a group and its title. */
final class GroupView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double PAD = 10;

    private final Label title = new Label();

    GroupView() {
        getStyleClass().add("graph-group");
        title.getStyleClass().add("group-title");
        title.setManaged(false);
        getChildren().add(title);
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(Area frame, String name, boolean selected) {
        title.setText(name);
        resizeRelocate(frame.x(), frame.y(), frame.width(), frame.height());
        title.resizeRelocate(PAD, 0, Math.max(0, frame.width() - 2 * PAD), Drawing.GROUP_TITLE);
        pseudoClassStateChanged(SELECTED, selected);
    }
}
