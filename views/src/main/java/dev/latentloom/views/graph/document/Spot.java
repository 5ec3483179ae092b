package dev.latentloom.views.graph.document;

/** Where a node's upper left corner, or any other point of the drawing, lies; unzoomed pixels. */
public record Spot(double x, double y) {
    /** Distance of the grid that nodes snap to. */
    public static final double GRID = 10;

    /** This point moved. */
    public Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }

    /** The nearest point of the grid. */
    public Spot snapped() {
        return new Spot(Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID);
    }
}
