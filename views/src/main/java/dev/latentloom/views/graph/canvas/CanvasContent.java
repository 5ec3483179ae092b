package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.NodeStatus;
import dev.latentloom.views.graph.Remark;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.NodeShape;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps one view for each node, wire and group of the drawing, and touches only what changed. */
final class CanvasContent extends Group {
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final double SURROUND = 60;
    private static final double LOOP_EDITOR = 80;
    private static final double LINE = 26;
    private static final double FAR_BELOW = 0.5;
    private static final double LABELS = 0.9; // of their own size at least
    private static final double UNLABELLED_BELOW = 0.35;
    private static final double LARGEST = 13e6; // pixels of a picture of wires, which is 52 MB

    private final BuildViewModel model;
    private final Drawing drawing;
    private final Group groupLayer = new Group();
    private final Group wireLayer = new Group();
    private final Group movingLayer = new Group();
    private final Group titleLayer = new Group();
    private final Group chipLayer = new Group();
    private final Group nodeLayer = new Group();
    private final Map<String, NodeView> nodes = new HashMap<>();
    private final Map<String, WireView> wires = new HashMap<>();
    private final Map<String, GroupView> groups = new HashMap<>();
    private Area seen = new Area(0, 0, 0, 0);
    private double magnified = 1;
    private Set<String> taken = Set.of();

    CanvasContent(BuildViewModel model, Drawing drawing) {
        this.model = model;
        this.drawing = drawing;
        getStyleClass().add("canvas-content");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(groupLayer, wireLayer, movingLayer, titleLayer, chipLayer, nodeLayer);
    }

    /** Measures all words anew, now that style sheets can be applied. */
    void measure() {
        nodes.values().forEach(NodeView::forget);
        sync();
    }

    /** Brings all views in line with the drawing. */
    void sync() {
        rest();
        keepOnly(nodes, drawing.nodes(), view -> nodeLayer.getChildren().remove(view));
        for (String id : drawing.nodes()) {
            nodes.computeIfAbsent(
                            id,
                            key -> {
                                NodeView view = new NodeView();
                                nodeLayer.getChildren().add(view);
                                return view;
                            })
                    .place(drawing.spot(id));
            dress(id);
        }
        Set<String> lines = new HashSet<>();
        drawing.wires().forEach(wire -> lines.add(wire.id()));
        keepOnly(
                wires,
                lines,
                view -> {
                    wireLayer.getChildren().remove(view.path());
                    chipLayer.getChildren().remove(view.chip());
                });
        for (Wire wire : drawing.wires()) {
            dressWire(wire.id());
        }
        syncGroups();
        select();
        cull(seen);
    }

    private static <V> void keepOnly(Map<String, V> views, Set<String> ids, Consumer<V> leave) {
        views.entrySet()
                .removeIf(
                        entry -> {
                            boolean gone = !ids.contains(entry.getKey());
                            if (gone) {
                                leave.accept(entry.getValue());
                            }
                            return gone;
                        });
    }

    private void syncGroups() {
        Map<String, NodeGroup> known = new HashMap<>();
        drawing.groups().forEach(group -> known.put(group.id(), group));
        keepOnly(groups, known.keySet(), this::leave);
        for (NodeGroup group : drawing.groups()) {
            GroupView view =
                    groups.computeIfAbsent(
                            group.id(),
                            id -> {
                                GroupView fresh = new GroupView();
                                groupLayer.getChildren().add(fresh);
                                titleLayer.getChildren().add(fresh.title());
                                return fresh;
                            });
            boolean selected = model.selection().contains(group.id());
            view.show(drawing.frame(group), group.title(), selected);
        }
    }

    private void leave(GroupView view) {
        groupLayer.getChildren().remove(view);
        titleLayer.getChildren().remove(view.title());
    }

    /** Brings one node's words and colours up to date. */
    void dress(String id) {
        NodeView view = nodes.get(id);
        if (view != null) {
            GraphDocument document = model.draft().document();
            NodeShape shape = drawing.shape(id);
            int width = shape.port(Port.THOUGHTS, false).map(Port::width).orElse(0);
            NodeStatus status = model.progress().nodes().getOrDefault(id, NodeStatus.IDLE);
            Remark problem = model.problems().get(id);
            view.show(shape, NodeLook.of(document, id, width, status, problem));
            for (String loop : drawing.remark(id, view.remarkHeight())) {
                WireView wire = wires.get(loop);
                if (wire != null) {
                    wire.place(drawing.curve(loop));
                }
            }
        }
    }

    /** Brings one wire's words, colour and course up to date. */
    void dressWire(String id) {
        Wire wire = drawing.wire(id);
        AgentGraph graph = model.draft().document().graph();
        WireView view =
                wires.computeIfAbsent(
                        id,
                        key -> {
                            WireView fresh = new WireView();
                            wireLayer.getChildren().add(fresh.path());
                            chipLayer.getChildren().add(fresh.chip());
                            return fresh;
                        });
        List<String> muted = model.draft().document().muted();
        boolean away = muted.contains(wire.from()) || muted.contains(wire.to());
        view.dress(
                wire,
                WireLabel.of(wire, graph, model.models(), model.progress().wires().get(id)),
                away);
        view.place(drawing.curve(id));
        view.magnify(magnified, drawing.curve(id));
    }

    /** Moves views to where the drawing has put these nodes, and redraws these wires. */
    void moved(Set<String> ids, Set<String> touched) {
        for (String id : ids) {
            NodeView view = nodes.get(id);
            if (view != null) {
                view.place(drawing.spot(id));
            }
        }
        takeUp(touched);
        for (String id : touched) {
            WireView view = wires.get(id);
            if (view != null) {
                view.place(drawing.curve(id));
            }
        }
        for (NodeGroup group : drawing.groups()) {
            GroupView view = groups.get(group.id());
            if (view != null && group.members().stream().anyMatch(ids::contains)) {
                boolean selected = model.selection().contains(group.id());
                view.show(drawing.frame(group), group.title(), selected);
            }
        }
    }

    /**
     * The wires that stay where they are become one picture, which is drawn anew under the rest,
     * and labels become pictures of themselves.
     */
    private void takeUp(Set<String> touched) {
        if (taken.equals(touched)) {
            return;
        }
        rest();
        taken = Set.copyOf(touched);
        List<Node> paths = new ArrayList<>();
        for (String id : taken) {
            WireView view = wires.get(id);
            if (view != null) {
                paths.add(view.path());
            }
        }
        wireLayer.getChildren().removeAll(paths);
        movingLayer.getChildren().setAll(paths);
        wireLayer.setCache(pixels(wireLayer) <= LARGEST);
        wires.values().forEach(view -> view.hold(true));
    }

    private static double pixels(Node layer) {
        Scene scene = layer.getScene();
        Window window = scene == null ? null : scene.getWindow();
        Bounds seen = layer.localToScene(layer.getLayoutBounds());
        return window == null
                ? Double.MAX_VALUE
                : seen.getWidth()
                        * window.getOutputScaleX()
                        * seen.getHeight()
                        * window.getOutputScaleY();
    }

    private void rest() {
        if (!taken.isEmpty()) {
            taken = Set.of();
            List<Node> paths = List.copyOf(movingLayer.getChildren());
            movingLayer.getChildren().clear();
            wireLayer.getChildren().addAll(paths);
            wireLayer.setCache(false);
            wires.values().forEach(view -> view.hold(false));
        }
    }

    /** Leaves small words out while the drawing is seen from afar, and keeps labels readable. */
    void zoomed(double scale) {
        pseudoClassStateChanged(FAR, scale < FAR_BELOW);
        chipLayer.setVisible(scale >= UNLABELLED_BELOW);
        magnified = Math.max(1, LABELS / scale);
        if (chipLayer.isVisible()) {
            wires.forEach((id, view) -> view.magnify(magnified, drawing.curve(id)));
        }
    }

    /** Shows what is selected. */
    void select() {
        Set<String> selected = model.selection();
        nodes.forEach((id, view) -> view.select(selected.contains(id)));
        wires.forEach((id, view) -> view.select(selected.contains(id)));
        syncGroups();
    }

    /** Leaves out of the picture what lies outside an area. */
    void cull(Area area) {
        seen = area;
        Area near = area.grown(SURROUND);
        nodes.forEach((id, view) -> view.setVisible(drawing.area(id).meets(near)));
        wires.forEach(
                (id, view) -> {
                    Curve curve = drawing.curve(id);
                    view.show(curve.bounds().meets(near), curve);
                });
    }

    /** Where an editor for a node's name, or a note's or a group's text, belongs. */
    Area editing(String id) {
        if (groups.containsKey(id)) {
            for (NodeGroup group : drawing.groups()) {
                if (group.id().equals(id)) {
                    Area frame = drawing.frame(group);
                    return new Area(frame.x(), frame.y(), frame.width(), Drawing.GROUP_TITLE);
                }
            }
        }
        if (drawing.has(id)) {
            Spot middle = drawing.curve(id).middle();
            return new Area(middle.x() - LOOP_EDITOR / 2, middle.y() - LINE / 2, LOOP_EDITOR, LINE);
        }
        Area area = drawing.area(id);
        boolean titled = model.draft().document().graph().agent(id).isPresent();
        return titled ? new Area(area.x(), area.y(), area.width(), NodeShape.TITLE) : area;
    }
}
