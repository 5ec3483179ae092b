package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Port;

import org.jspecify.annotations.Nullable;

/**
 * What lies under a point of the drawing.
 *
 * @param id of the node, wire or group; empty for nothing
 * @param port the port hit, null for anything else
 */
record Hit(Kind kind, String id, @Nullable Port port) {
    static final Hit NOTHING = new Hit(Kind.NOTHING, "", null);

    enum Kind {
        NOTHING,
        NODE,
        PORT,
        WIRE,
        GROUP
    }
}
