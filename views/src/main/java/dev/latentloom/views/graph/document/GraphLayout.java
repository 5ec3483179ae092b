package dev.latentloom.views.graph.document;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the nodes of a drawing stand; kept apart from what they mean.
 *
 * @param spots upper left corner by node id, sorted by id
 */
public record GraphLayout(Map<String, Spot> spots) {
    /** Nothing placed. */
    public static final GraphLayout EMPTY = new GraphLayout(Map.of());

    public GraphLayout {
        spots = Collections.unmodifiableMap(new TreeMap<>(spots));
    }

    /** Where a node stands; the origin for one that was never placed. */
    public Spot at(String id) {
        return spots.getOrDefault(id, new Spot(0, 0));
    }

    /** With these nodes where the map says. */
    public GraphLayout with(Map<String, Spot> moved) {
        Map<String, Spot> all = new TreeMap<>(spots);
        all.putAll(moved);
        return new GraphLayout(all);
    }

    /** With one node somewhere. */
    public GraphLayout with(String id, Spot spot) {
        return with(Map.of(id, spot));
    }

    /** Without these nodes. */
    public GraphLayout without(Collection<String> ids) {
        Map<String, Spot> all = new TreeMap<>(spots);
        all.keySet().removeAll(ids);
        return new GraphLayout(all);
    }
}
