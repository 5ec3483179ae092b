package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;

/**
 * Which part of the drawing is seen: a point of the drawing, times {@code scale}, plus (x, y), is a
 * point of the canvas.
 */
record Viewport(double scale, double x, double y) {
    static final double LEAST = 0.1;
    static final double MOST = 3;
    private static final double MARGIN = 24;

    Spot toDrawing(double canvasX, double canvasY) {
        return new Spot((canvasX - x) / scale, (canvasY - y) / scale);
    }

    Spot toCanvas(Spot spot) {
        return new Spot(spot.x() * scale + x, spot.y() * scale + y);
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(scale, x + dx, y + dy);
    }

    /** Zoomed so that what lies under a point of the canvas stays there. */
    Viewport zoomed(double factor, double canvasX, double canvasY) {
        double to = Math.clamp(scale * factor, LEAST, MOST);
        double by = to / scale;
        return new Viewport(to, canvasX - (canvasX - x) * by, canvasY - (canvasY - y) * by);
    }

    /** The view in which an area fills a canvas of this size, at most unzoomed. */
    static Viewport showing(Area area, double width, double height) {
        double wide = (width - 2 * MARGIN) / Math.max(1, area.width());
        double high = (height - 2 * MARGIN) / Math.max(1, area.height());
        double scale = Math.clamp(Math.min(wide, high), LEAST, 1);
        return new Viewport(
                scale,
                width / 2 - (area.x() + area.width() / 2) * scale,
                height / 2 - (area.y() + area.height() / 2) * scale);
    }

    /** The part of the drawing that a canvas of this size shows. */
    Area shown(double width, double height) {
        return new Area(-x / scale, -y / scale, width / scale, height / scale);
    }
}
