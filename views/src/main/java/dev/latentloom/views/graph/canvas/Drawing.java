package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.NodeShape;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The geometry of what is on the canvas, drags in progress included; knows no scene. Moving a node
 * recomputes its own wires only.
 */
final class Drawing {
    private static final double GROUP_MARGIN = 16;
    static final double GROUP_TITLE = 24;
    private static final double LANE = 24; // a label is 20 high
    private static final double BELOW = 34;
    private static final double ABOVE = 24;
    private static final double NEW_HEIGHT = NodeShape.TITLE + NodeShape.LINE + 2 * NodeShape.PORT;

    private final Supplier<ModelWidths> models;
    private final Map<String, NodeShape> shapes = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    private final Map<String, Curve> curves = new HashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();
    private final Map<String, List<String>> wiresOf = new HashMap<>();
    private final Map<String, Double> remarks = new HashMap<>();
    private List<NodeGroup> groups = List.of();

    /**
     * @param models the models at hand now, whose widths stand at ports
     */
    Drawing(Supplier<ModelWidths> models) {
        this.models = models;
    }

    /** Takes over a draft; nodes that {@code spots} places elsewhere stay there for now. */
    void show(Draft draft, Map<String, Spot> elsewhere) {
        ModelWidths known = models.get();
        shapes.clear();
        spots.clear();
        for (String id : draft.document().nodes()) {
            shapes.put(id, NodeShape.of(draft.document(), id, known));
            spots.put(id, elsewhere.getOrDefault(id, draft.layout().at(id)));
        }
        remarks.keySet().retainAll(shapes.keySet());
        groups = draft.document().groups();
        wires.clear();
        wiresOf.clear();
        lanes.clear();
        curves.clear();
        for (Wire wire : Wire.of(draft.document())) {
            wires.put(wire.id(), wire);
            wiresOf.computeIfAbsent(wire.from(), id -> new ArrayList<>()).add(wire.id());
            wiresOf.computeIfAbsent(wire.to(), id -> new ArrayList<>()).add(wire.id());
            if (wire.feedback()) {
                lanes.put(wire.id(), lanes.size());
            }
        }
        wires.values().forEach(wire -> curves.put(wire.id(), course(wire)));
    }

    /** Puts nodes somewhere until the next draft; tells which wires took another course. */
    Set<String> place(Map<String, Spot> moved) {
        spots.putAll(moved);
        Set<String> touched = new LinkedHashSet<>();
        moved.keySet().forEach(id -> touched.addAll(wiresOf.getOrDefault(id, List.of())));
        for (String id : touched) {
            curves.put(id, course(wire(id)));
        }
        return touched;
    }

    private Curve course(Wire wire) {
        Spot from = end(wire.from(), wire.outPort(), false);
        Spot to = end(wire.to(), wire.port(), true);
        if (!wire.feedback()) {
            return forward(wire, from, to);
        }
        double low = Math.max(bottom(wire.from()), bottom(wire.to())) + BELOW;
        return Curve.around(from, to, clear(low + lane(wire) * LANE, from.x(), to.x()));
    }

    /** Straight to the receiver, or over the top of nodes that stand in the way. */
    private Curve forward(Wire wire, Spot from, Spot to) {
        Curve straight = Curve.forward(from, to);
        Area around = straight.bounds();
        double high = Double.POSITIVE_INFINITY;
        for (String id : shapes.keySet()) {
            boolean end = id.equals(wire.from()) || id.equals(wire.to());
            if (!end && around.meets(area(id)) && straight.crosses(area(id))) {
                high = Math.min(high, area(id).y());
            }
        }
        return Double.isInfinite(high) ? straight : Curve.over(from, to, high - ABOVE);
    }

    /** Says how much height a remark under a node takes; tells which wires give way. */
    Set<String> remark(String node, double height) {
        if (remarks.getOrDefault(node, 0.0) == height) {
            return Set.of();
        }
        remarks.put(node, height);
        lanes.keySet().forEach(loop -> curves.put(loop, course(wire(loop))));
        return Set.copyOf(lanes.keySet());
    }

    /** The lower edge of a node and of the remark under it. */
    private double bottom(String node) {
        return area(node).bottom() + remarks.getOrDefault(node, 0.0);
    }

    /** The first spot at or below one where a new node covers no other. */
    Spot free(Spot wanted) {
        Spot spot = wanted;
        Optional<String> covered = covered(spot);
        while (covered.isPresent()) {
            spot = new Spot(spot.x(), bottom(covered.get()) + BELOW).snapped();
            covered = covered(spot);
        }
        return spot;
    }

    private Optional<String> covered(Spot spot) {
        Area node = new Area(spot.x(), spot.y(), NodeShape.WIDE, NEW_HEIGHT);
        return shapes.keySet().stream().filter(id -> area(id).meets(node)).findFirst();
    }

    /** A height at or below {@code low} at which a line runs through no node. */
    private double clear(double low, double x1, double x2) {
        double height = low;
        boolean blocked = true;
        while (blocked) {
            blocked = false;
            Area line = Area.between(x1, height, x2, height);
            for (String id : shapes.keySet()) {
                Area node = area(id).grown(LANE / 2);
                double high = bottom(id) - area(id).bottom() + node.height();
                if (new Area(node.x(), node.y(), node.width(), high).meets(line)) {
                    height = bottom(id) + BELOW;
                    blocked = true;
                    break;
                }
            }
        }
        return height;
    }

    /** Loops that share an end lie in lanes under each other. */
    private int lane(Wire wire) {
        int lane = 0;
        for (String id : lanes.keySet()) {
            Wire other = wire(id);
            boolean shares = other.from().equals(wire.from()) || other.to().equals(wire.to());
            lane += shares && rank(id) < rank(wire.id()) ? 1 : 0;
        }
        return lane;
    }

    private int rank(String wire) {
        return lanes.getOrDefault(wire, 0);
    }

    private Spot end(String node, String port, boolean input) {
        NodeShape shape = shape(node);
        Spot spot = spot(node);
        Optional<Port> found = shape.port(port, input);
        return found.map(at -> spot.plus(shape.x(at), at.y()))
                .orElseGet(() -> spot.plus(input ? 0 : shape.width(), NodeShape.TITLE / 2));
    }

    /** Where a port's centre lies. */
    Spot centre(Port port) {
        return spot(port.node()).plus(shape(port.node()).x(port), port.y());
    }

    Set<String> nodes() {
        return shapes.keySet();
    }

    Collection<Wire> wires() {
        return wires.values();
    }

    List<NodeGroup> groups() {
        return groups;
    }

    /** Whether there is a wire of this id. */
    boolean has(String wire) {
        return wires.containsKey(wire);
    }

    Wire wire(String id) {
        Wire wire = wires.get(id);
        if (wire == null) {
            throw new IllegalArgumentException("no wire " + id);
        }
        return wire;
    }

    Curve curve(String wire) {
        Curve curve = curves.get(wire);
        if (curve == null) {
            throw new IllegalArgumentException("no wire " + wire);
        }
        return curve;
    }

    NodeShape shape(String node) {
        NodeShape shape = shapes.get(node);
        if (shape == null) {
            throw new IllegalArgumentException("no node " + node);
        }
        return shape;
    }

    Spot spot(String node) {
        return spots.getOrDefault(node, new Spot(0, 0));
    }

    Area area(String node) {
        Spot spot = spot(node);
        NodeShape shape = shape(node);
        return new Area(spot.x(), spot.y(), shape.width(), shape.height());
    }

    /** The frame around a group's members, its title included. */
    Area frame(NodeGroup group) {
        Area frame = null;
        for (String member : group.members()) {
            Area area = area(member);
            frame = frame == null ? area : frame.union(area);
        }
        if (frame == null) {
            throw new IllegalArgumentException("group without members: " + group.id());
        }
        Area grown = frame.grown(GROUP_MARGIN);
        return new Area(
                grown.x(), grown.y() - GROUP_TITLE, grown.width(), grown.height() + GROUP_TITLE);
    }

    /** What everything drawn fills; a small area around the origin where nothing is. */
    Area bounds() {
        Area bounds = null;
        for (String id : shapes.keySet()) {
            bounds = bounds == null ? area(id) : bounds.union(area(id));
        }
        for (String loop : lanes.keySet()) {
            bounds = bounds == null ? curve(loop).bounds() : bounds.union(curve(loop).bounds());
        }
        return bounds == null ? new Area(0, 0, 1, 1) : bounds;
    }

    /** Nodes that lie at least partly in an area. */
    List<String> in(Area area) {
        return shapes.keySet().stream().filter(id -> area(id).meets(area)).toList();
    }
}
