package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.Spot;

import javafx.scene.input.MouseEvent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drags nodes over the grid; they become part of the draft when they are let go. */
final class MoveGesture implements Gesture {
    private static final double THRESHOLD = 3;

    private final GraphCanvas canvas;
    private final Map<String, Spot> before = new HashMap<>();
    private final double startX;
    private final double startY;
    private boolean moving;
    private double lastX;
    private double lastY;

    MoveGesture(GraphCanvas canvas, List<String> nodes, double x, double y) {
        this.canvas = canvas;
        startX = x;
        startY = y;
        nodes.forEach(id -> before.put(id, canvas.drawing().spot(id)));
    }

    @Override
    public void drag(MouseEvent event) {
        double scale = canvas.viewport().scale();
        double dx = event.getX() - startX;
        double dy = event.getY() - startY;
        moving |= Math.hypot(dx, dy) > THRESHOLD;
        double toX = Math.round(dx / scale / Spot.GRID) * Spot.GRID;
        double toY = Math.round(dy / scale / Spot.GRID) * Spot.GRID;
        if (moving && (toX != lastX || toY != lastY)) {
            lastX = toX;
            lastY = toY;
            Map<String, Spot> now = new HashMap<>();
            before.forEach((id, spot) -> now.put(id, spot.plus(toX, toY).snapped()));
            canvas.preview(now);
        }
    }

    @Override
    public void release(MouseEvent event) {
        if (moving) {
            canvas.model().apply(LayoutEdits.move(before.keySet(), lastX, lastY, ""));
        }
    }

    @Override
    public void cancel() {
        canvas.preview(before);
    }
}
