package dev.latentloom.engine.project;

import java.util.Map;

/**
 * Where a graph's agents stand on the canvas; kept apart from the graph, which it does not change.
 *
 * @param places places by agent id
 */
public record Layout(Map<String, Place> places) {
    public Layout {
        places = Map.copyOf(places);
    }

    /** The centre of an agent's card in canvas units. */
    public record Place(double x, double y) {}
}
