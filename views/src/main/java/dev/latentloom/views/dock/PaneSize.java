package dev.latentloom.views.dock;

/**
 * How much room a pane needs while it is open.
 *
 * @param width wanted beside others
 * @param height wanted above or below others
 * @param leastWidth below it the pane is cut
 * @param leastHeight below it the pane is cut
 */
public record PaneSize(double width, double height, double leastWidth, double leastHeight) {
    /** What it wants along one direction. */
    double wanted(boolean across) {
        return across ? width : height;
    }

    /** What it cannot do without along one direction. */
    double least(boolean across) {
        return across ? leastWidth : leastHeight;
    }
}
