package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;

import javafx.scene.input.MouseEvent;

import java.util.LinkedHashSet;
import java.util.Set;

/** Selects what a rubber band touches; without a drag it selects nothing. */
final class BandGesture implements Gesture {
    private final GraphCanvas canvas;
    private final double startX;
    private final double startY;
    private final Set<String> before;
    private final Set<String> kept;

    /**
     * @param more whether what was selected stays so
     */
    BandGesture(GraphCanvas canvas, double x, double y, boolean more) {
        this.canvas = canvas;
        startX = x;
        startY = y;
        before = canvas.model().selection();
        kept = more ? before : Set.of();
    }

    @Override
    public void drag(MouseEvent event) {
        Area band = Area.between(startX, startY, event.getX(), event.getY());
        canvas.overlay().band(band);
        Spot corner = canvas.viewport().toDrawing(band.x(), band.y());
        double scale = canvas.viewport().scale();
        Area area = new Area(corner.x(), corner.y(), band.width() / scale, band.height() / scale);
        Set<String> touched = new LinkedHashSet<>(kept);
        touched.addAll(canvas.drawing().in(area));
        if (!touched.equals(canvas.model().selection())) {
            canvas.model().select(touched);
        }
    }

    @Override
    public void release(MouseEvent event) {
        canvas.overlay().band(null);
        if (event.isStillSincePress()) {
            canvas.model().select(kept);
        }
    }

    @Override
    public void cancel() {
        canvas.overlay().band(null);
        canvas.model().select(before);
    }
}
