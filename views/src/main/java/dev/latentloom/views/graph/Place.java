package dev.latentloom.views.graph;

import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Spot;

import java.util.Collection;
import java.util.List;

/**
 * Where something is about to be put.
 *
 * @param spot its upper left corner
 * @param under ids of the nodes and wires that it is put on: what lies there, or what is selected
 */
public record Place(Draft draft, Spot spot, List<String> under) {
    public Place {
        under = List.copyOf(under);
    }

    /** A place with these things under it. */
    public static Place on(Draft draft, Spot spot, Collection<String> under) {
        return new Place(draft, spot, List.copyOf(under));
    }
}
