package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Spot;

import java.util.List;

/**
 * The course of a wire: cubic Bézier pieces, each from the last one's end.
 *
 * @param start where it leaves its port
 * @param pieces at least one
 */
record Curve(Spot start, List<Piece> pieces) {
    private static final int SAMPLES = 24;
    private static final double BEND = 40;

    /** Two control points and an end. */
    record Piece(Spot first, Spot second, Spot end) {}

    /** From an output to an input, leaving and entering level. */
    static Curve forward(Spot from, Spot to) {
        double bend = Math.max(BEND, Math.abs(to.x() - from.x()) / 2);
        return new Curve(from, List.of(new Piece(from.plus(bend, 0), to.plus(-bend, 0), to)));
    }

    /** Back to a node of an earlier turn, below everything at height {@code low}. */
    static Curve around(Spot from, Spot to, double low) {
        Spot right = new Spot(from.x(), low);
        Spot left = new Spot(to.x(), low);
        Spot middle = new Spot((from.x() + to.x()) / 2, low);
        return new Curve(
                from,
                List.of(
                        new Piece(from.plus(BEND, 0), right.plus(BEND, 0), right),
                        new Piece(middle, middle, left),
                        new Piece(left.plus(-BEND, 0), to.plus(-BEND, 0), to)));
    }

    /** Forward over the top of what stands between, at height {@code high}. */
    static Curve over(Spot from, Spot to, double high) {
        Spot left = new Spot(from.x() + 2 * BEND, high);
        Spot right = new Spot(to.x() - 2 * BEND, high);
        return new Curve(
                from,
                List.of(
                        new Piece(from.plus(BEND, 0), left.plus(-BEND, 0), left),
                        new Piece(left, right, right),
                        new Piece(right.plus(BEND, 0), to.plus(-BEND, 0), to)));
    }

    /** Whether it runs through an area. */
    boolean crosses(Area area) {
        if (!bounds().meets(area)) {
            return false;
        }
        Spot last = start;
        for (Piece piece : pieces) {
            for (int i = 0; i <= SAMPLES; i++) {
                Spot at = point(last, piece, (double) i / SAMPLES);
                if (area.meets(new Area(at.x(), at.y(), 0, 0))) {
                    return true;
                }
            }
            last = piece.end();
        }
        return false;
    }

    Spot end() {
        return pieces.getLast().end();
    }

    /** The point half way through the middle piece, where a label stands. */
    Spot middle() {
        int at = pieces.size() / 2;
        Spot from = at == 0 ? start : pieces.get(at - 1).end();
        return point(from, pieces.get(at), 0.5);
    }

    /** The least upright rectangle around all control points, which holds the curve. */
    Area bounds() {
        Area bounds = new Area(start.x(), start.y(), 0, 0);
        for (Piece piece : pieces) {
            for (Spot spot : List.of(piece.first(), piece.second(), piece.end())) {
                bounds = bounds.union(new Area(spot.x(), spot.y(), 0, 0));
            }
        }
        return bounds;
    }

    /** How far a point is from the curve. */
    double distance(double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        Spot last = start;
        for (Piece piece : pieces) {
            Spot from = last;
            for (int i = 1; i <= SAMPLES; i++) {
                Spot next = point(from, piece, (double) i / SAMPLES);
                least = Math.min(least, toSegment(x, y, last, next));
                last = next;
            }
        }
        return least;
    }

    private static double toSegment(double x, double y, Spot a, Spot b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double along =
                length == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length, 0, 1);
        return Math.hypot(x - a.x() - along * dx, y - a.y() - along * dy);
    }

    private static Spot point(Spot from, Piece piece, double t) {
        double u = 1 - t;
        double a = u * u * u;
        double b = 3 * u * u * t;
        double c = 3 * u * t * t;
        double d = t * t * t;
        return new Spot(
                a * from.x() + b * piece.first().x() + c * piece.second().x() + d * piece.end().x(),
                a * from.y()
                        + b * piece.first().y()
                        + c * piece.second().y()
                        + d * piece.end().y());
    }
}
