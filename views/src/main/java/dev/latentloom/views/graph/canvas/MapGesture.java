package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;

import javafx.scene.input.MouseEvent;

/** Centres the view on the point of the mini-map under the pointer. */
final class MapGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Viewport before;

    MapGesture(GraphCanvas canvas) {
        this.canvas = canvas;
        before = canvas.viewport();
    }

    @Override
    public void drag(MouseEvent event) {
        MiniMap map = canvas.map();
        Spot spot = map.toDrawing(event.getX() - map.getLayoutX(), event.getY() - map.getLayoutY());
        double scale = canvas.viewport().scale();
        canvas.view(
                new Viewport(
                        scale,
                        canvas.getWidth() / 2 - spot.x() * scale,
                        canvas.getHeight() / 2 - spot.y() * scale));
    }

    @Override
    public void release(MouseEvent event) {}

    @Override
    public void cancel() {
        canvas.view(before);
    }
}
