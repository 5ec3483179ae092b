package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what lies under the pointer: ports before nodes, nodes before the titles of groups, titles
 * before wires.
 */
record HitTest(Drawing drawing) {
    private static final double PORT_REACH = 10;
    private static final double WIRE_REACH = 6;

    /**
     * @param scale zoom, so that the reach of the pointer is the same on the screen
     */
    Hit at(Spot spot, double scale) {
        double x = spot.x();
        double y = spot.y();
        List<String> nodes = new ArrayList<>(drawing.nodes());
        for (String id : nodes.reversed()) {
            if (drawing.area(id).grown(PORT_REACH).contains(x, y)) {
                for (Port port : drawing.shape(id).ports()) {
                    Spot centre = drawing.centre(port);
                    if (Math.hypot(centre.x() - x, centre.y() - y) <= PORT_REACH) {
                        return new Hit(Hit.Kind.PORT, id, port);
                    }
                }
            }
        }
        for (String id : nodes.reversed()) {
            if (drawing.area(id).contains(x, y)) {
                return new Hit(Hit.Kind.NODE, id, null);
            }
        }
        Hit title = group(x, y);
        return title.kind() == Hit.Kind.NOTHING ? wire(x, y, WIRE_REACH / scale) : title;
    }

    private Hit wire(double x, double y, double reach) {
        String nearest = "";
        double least = reach;
        for (Wire wire : drawing.wires()) {
            Curve curve = drawing.curve(wire.id());
            if (curve.bounds().grown(reach).contains(x, y)) {
                double distance = curve.distance(x, y);
                if (distance <= least) {
                    least = distance;
                    nearest = wire.id();
                }
            }
        }
        return nearest.isEmpty() ? Hit.NOTHING : new Hit(Hit.Kind.WIRE, nearest, null);
    }

    /** A group is taken by its title. */
    private Hit group(double x, double y) {
        for (NodeGroup group : drawing.groups()) {
            Area frame = drawing.frame(group);
            if (new Area(frame.x(), frame.y(), frame.width(), Drawing.GROUP_TITLE).contains(x, y)) {
                return new Hit(Hit.Kind.GROUP, group.id(), null);
            }
        }
        return Hit.NOTHING;
    }
}
