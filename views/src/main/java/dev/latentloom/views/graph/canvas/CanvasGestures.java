package dev.latentloom.views.graph.canvas;

import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Turns what the mouse does on the canvas into gestures; one is in progress at most. */
final class CanvasGestures {
    private static final double WHEEL = 1.0015;

    private final GraphCanvas canvas;
    private final Selection selection;
    private final HitTest hits;
    private @Nullable Gesture gesture;
    private boolean space;

    CanvasGestures(GraphCanvas canvas, Selection selection) {
        this.canvas = canvas;
        this.selection = selection;
        this.hits = new HitTest(canvas.drawing());
    }

    void install(Region surface) {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        surface.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        surface.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        surface.setOnContextMenuRequested(
                event -> {
                    pick(hit(event.getX(), event.getY()), false);
                    new CanvasMenu(canvas, selection)
                            .show(
                                    event.getX(),
                                    event.getY(),
                                    event.getScreenX(),
                                    event.getScreenY());
                });
        canvas.addEventFilter(KeyEvent.ANY, this::key);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.getTarget() == canvas) {
            space = event.getEventType() == KeyEvent.KEY_PRESSED;
            event.consume();
        }
        Gesture running = gesture;
        if (event.getCode() == KeyCode.ESCAPE && running != null) {
            gesture = null;
            running.cancel();
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        canvas.requestFocus();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (event.getButton() == MouseButton.MIDDLE || (primary && space)) {
            gesture = new PanGesture(canvas, event.getX(), event.getY());
        } else if (primary
                && canvas.map().getBoundsInParent().contains(event.getX(), event.getY())) {
            gesture = new MapGesture(canvas);
            gesture.drag(event);
        } else if (primary) {
            gesture = begin(event, hit(event.getX(), event.getY()));
        }
    }

    private @Nullable Gesture begin(MouseEvent event, Hit hit) {
        boolean more = event.isShiftDown() || event.isShortcutDown();
        Port port = hit.port();
        if (port != null) {
            return wire(port, event);
        }
        if (hit.kind() == Hit.Kind.NOTHING) {
            return new BandGesture(canvas, event.getX(), event.getY(), more);
        }
        pick(hit, more);
        return hit.kind() == Hit.Kind.WIRE || more
                ? null
                : new MoveGesture(canvas, moved(hit), event.getX(), event.getY());
    }

    /** A wire leaves the port; one that ends in an input is taken off it. */
    private Gesture wire(Port port, MouseEvent event) {
        if (port.input()) {
            for (Wire wire : canvas.drawing().wires()) {
                if (wire.to().equals(port.node()) && wire.port().equals(port.name())) {
                    Port source =
                            canvas.drawing()
                                    .shape(wire.from())
                                    .port(wire.outPort(), false)
                                    .orElse(null);
                    if (source != null) {
                        return new WireGesture(canvas, hits, source, wire.id(), event);
                    }
                }
            }
        }
        return new WireGesture(canvas, hits, port, "", event);
    }

    private void pick(Hit hit, boolean more) {
        if (hit.kind() == Hit.Kind.NOTHING) {
            return;
        }
        if (more) {
            canvas.model().toggle(hit.id());
        } else if (!canvas.model().selection().contains(hit.id())) {
            canvas.model().select(List.of(hit.id()));
        }
    }

    private List<String> moved(Hit hit) {
        List<String> nodes = new ArrayList<>(selection.nodes());
        if (hit.kind() == Hit.Kind.GROUP) {
            for (NodeGroup group : canvas.drawing().groups()) {
                if (group.id().equals(hit.id())) {
                    nodes.addAll(group.members());
                }
            }
        }
        return nodes.stream().distinct().toList();
    }

    private void drag(MouseEvent event) {
        if (gesture != null) {
            gesture.drag(event);
        }
    }

    private void release(MouseEvent event) {
        Gesture ended = gesture;
        if (ended != null) {
            gesture = null;
            ended.release(event);
        }
    }

    private void click(MouseEvent event) {
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary && event.getClickCount() == 2 && event.isStillSincePress()) {
            Hit hit = hit(event.getX(), event.getY());
            if (hit.kind() == Hit.Kind.NOTHING) {
                canvas.quickAdd(event.getX(), event.getY(), null);
            } else {
                canvas.edit(hit.id());
            }
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShiftDown()) {
            double across = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            canvas.view(canvas.viewport().panned(across, 0));
        } else {
            double factor = Math.pow(WHEEL, event.getDeltaY());
            canvas.view(canvas.viewport().zoomed(factor, event.getX(), event.getY()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        canvas.view(canvas.viewport().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
        event.consume();
    }

    private Hit hit(double x, double y) {
        Spot at = canvas.viewport().toDrawing(x, y);
        return hits.at(at, canvas.viewport().scale());
    }
}
