package dev.latentloom.views.graph.canvas;

import javafx.scene.input.MouseEvent;

/** Moves the view with the pointer. */
final class PanGesture implements Gesture {
    private final GraphCanvas canvas;
    private final Viewport before;
    private final double startX;
    private final double startY;

    PanGesture(GraphCanvas canvas, double x, double y) {
        this.canvas = canvas;
        before = canvas.viewport();
        startX = x;
        startY = y;
    }

    @Override
    public void drag(MouseEvent event) {
        canvas.view(before.panned(event.getX() - startX, event.getY() - startY));
    }

    @Override
    public void release(MouseEvent event) {
        drag(event);
    }

    @Override
    public void cancel() {
        canvas.view(before);
    }
}
