package dev.latentloom.views.dock;

import javafx.scene.Group;
import javafx.scene.layout.Region;

import java.util.EnumMap;
import java.util.Map;

/** Reads from the style sheets how much room panes want: one empty, unseen region for each. */
final class DockMeasures extends Group {
    private final Map<DockPane, Region> open = new EnumMap<>(DockPane.class);
    private final Region folded = region("folded");
    private final Region divider = region("divider");

    DockMeasures() {
        setManaged(false);
        setMouseTransparent(true);
        for (DockPane pane : DockPane.values()) {
            open.put(pane, region(pane.key()));
        }
        getChildren().addAll(open.values());
        getChildren().addAll(folded, divider);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().addAll("dock-measure", "measure-" + style);
        return region;
    }

    /** The room that this width and height are; needs a window. */
    DockRoom room(double width, double height) {
        applyCss();
        Map<DockPane, PaneSize> panes = new EnumMap<>(DockPane.class);
        open.forEach((pane, region) -> panes.put(pane, size(region)));
        return new DockRoom(width, height, folded.prefWidth(-1), divider.prefWidth(-1), panes);
    }

    private static PaneSize size(Region region) {
        return new PaneSize(
                region.prefWidth(-1),
                region.prefHeight(-1),
                region.minWidth(-1),
                region.minHeight(-1));
    }
}
