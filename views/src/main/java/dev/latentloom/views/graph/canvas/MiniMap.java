package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The whole drawing in small, with the part in view framed. One path holds all nodes. */
final class MiniMap extends Pane {
    static final double WIDE = 160;
    static final double HIGH = 100;
    private static final double PAD = 8;

    private final Path nodes = new Path();
    private final Path inHand = new Path();
    private final Region view = new Region();
    private Area whole = new Area(0, 0, 1, 1);
    private Set<String> held = Set.of();

    MiniMap() {
        getStyleClass().add("mini-map");
        for (Path path : List.of(nodes, inHand)) {
            path.getStyleClass().add("mini-nodes");
            path.setManaged(false);
        }
        view.getStyleClass().add("mini-view");
        view.setManaged(false);
        setManaged(false);
        resize(WIDE, HIGH);
        setMouseTransparent(true);
        getChildren().addAll(nodes, inHand, view);
    }

    void show(Drawing drawing, Area shown) {
        show(drawing, shown, drawing.bounds().union(shown), Set.of());
    }

    /** Shows that some nodes are somewhere else; draws the others anew only where it must. */
    void move(Drawing drawing, Area shown, Set<String> moved) {
        Area now = drawing.bounds().union(shown);
        if (!now.equals(whole) || !held.equals(moved)) {
            show(drawing, shown, now, moved);
        }
        inHand.getElements().setAll(outline(drawing, moved));
    }

    private void show(Drawing drawing, Area shown, Area all, Set<String> apart) {
        whole = all;
        held = Set.copyOf(apart);
        List<String> still = drawing.nodes().stream().filter(id -> !apart.contains(id)).toList();
        nodes.getElements().setAll(outline(drawing, still));
        inHand.getElements().clear();
        view.resizeRelocate(
                x(shown.x()),
                y(shown.y()),
                Math.max(2, shown.width() * scale()),
                Math.max(2, shown.height() * scale()));
    }

    private List<PathElement> outline(Drawing drawing, Collection<String> ids) {
        List<PathElement> outline = new ArrayList<>();
        for (String id : ids) {
            Area area = drawing.area(id);
            outline.add(new MoveTo(x(area.x()), y(area.y())));
            outline.add(new LineTo(x(area.right()), y(area.y())));
            outline.add(new LineTo(x(area.right()), y(area.bottom())));
            outline.add(new LineTo(x(area.x()), y(area.bottom())));
            outline.add(new ClosePath());
        }
        return outline;
    }

    private double scale() {
        return Math.min((WIDE - 2 * PAD) / whole.width(), (HIGH - 2 * PAD) / whole.height());
    }

    private double x(double x) {
        return WIDE / 2 + (x - whole.x() - whole.width() / 2) * scale();
    }

    private double y(double y) {
        return HIGH / 2 + (y - whole.y() - whole.height() / 2) * scale();
    }

    /** The point of the drawing under a point of the map. */
    Spot toDrawing(double mapX, double mapY) {
        return new Spot(
                whole.x() + whole.width() / 2 + (mapX - WIDE / 2) / scale(),
                whole.y() + whole.height() / 2 + (mapY - HIGH / 2) / scale());
    }
}
