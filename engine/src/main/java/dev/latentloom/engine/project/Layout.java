package dev.latentloom.engine.project;

import java.util.Map;

/**
 * Where a graph's nodes stand on the canvas; kept apart from the graph, which it does not change.
 *
 * @param places places by node id
 */
public record Layout(Map<String, Place> places) {
    public Layout {
        places = Map.copyOf(places);
    }

    /** The upper left corner of a node's card in canvas units. */
    public record Place(double x, double y) {}
}
