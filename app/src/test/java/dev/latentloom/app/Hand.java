package dev.latentloom.app;

import com.sun.javafx.scene.SceneHelper;

import dev.latentloom.views.graph.document.NodeShape;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** A mouse on a window's Build area; what it does goes through the scene's own events. */
final class Hand {
    private static final int MOVES = 10;

    private final TestWindow window;
    private Point2D pressed = Point2D.ZERO;

    Hand(TestWindow window) {
        this.window = window;
    }

    private Scene scene() {
        return window.wiring().window().getScene();
    }

    /** Drags from one point of the scene to another. */
    void drag(Point2D from, Point2D to) throws Exception {
        pressed = from;
        mouse(MouseEvent.MOUSE_MOVED, from, MouseButton.NONE, 0);
        mouse(MouseEvent.MOUSE_PRESSED, from, MouseButton.PRIMARY, 1);
        for (int i = 1; i <= MOVES; i++) {
            Point2D on = from.interpolate(to, (double) i / MOVES);
            mouse(MouseEvent.MOUSE_DRAGGED, on, MouseButton.PRIMARY, 1);
        }
        mouse(MouseEvent.MOUSE_RELEASED, to, MouseButton.PRIMARY, 1);
        OnFx.frames(3);
    }

    /** Clicks so often. */
    void click(Point2D at, int times) throws Exception {
        pressed = at;
        for (int i = 1; i <= times; i++) {
            mouse(MouseEvent.MOUSE_PRESSED, at, MouseButton.PRIMARY, i);
            mouse(MouseEvent.MOUSE_RELEASED, at, MouseButton.PRIMARY, i);
        }
        OnFx.frames(3);
    }

    private void mouse(EventType<MouseEvent> type, Point2D at, MouseButton button, int clicks)
            throws Exception {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        OnFx.run(
                () ->
                        SceneHelper.processMouseEvent(
                                scene(),
                                new MouseEvent(
                                        type,
                                        at.getX(),
                                        at.getY(),
                                        at.getX(),
                                        at.getY(),
                                        button,
                                        clicks,
                                        false,
                                        false,
                                        false,
                                        false,
                                        down && button == MouseButton.PRIMARY,
                                        false,
                                        false,
                                        false,
                                        false,
                                        pressed.distance(at) < 3,
                                        new PickResult(scene().getRoot(), at.getX(), at.getY()))));
    }

    /** The palette's item of this label. */
    Point2D palette(String label) throws Exception {
        return OnFx.get(
                () ->
                        window.all(Node.class, ".palette-item").stream()
                                .filter(item -> item.getAccessibleText().startsWith(label + ","))
                                .findFirst()
                                .orElseThrow()
                                .localToScene(20, 10));
    }

    /** A point of the scene over a part of the canvas, from 0, 0 to 1, 1. */
    Point2D canvas(double across, double down) throws Exception {
        return OnFx.get(
                () -> {
                    Node surface = window.find(Node.class, ".canvas-surface");
                    Bounds bounds = surface.getLayoutBounds();
                    return surface.localToScene(
                            across * bounds.getWidth(), down * bounds.getHeight());
                });
    }

    /** A port of a node that is drawn. */
    Point2D port(String node, String name, boolean input) throws Exception {
        return OnFx.get(
                () -> {
                    var build = window.wiring().build();
                    NodeShape shape = NodeShape.of(build.draft().document(), node, build.models());
                    Port port = shape.port(name, input).orElseThrow();
                    Spot spot = build.draft().layout().at(node).plus(shape.x(port), port.y());
                    return window.find(Node.class, ".canvas-content")
                            .localToScene(spot.x(), spot.y());
                });
    }

    /** The middle of the words on a wire that begin like this. */
    Point2D wire(String words) throws Exception {
        return OnFx.get(
                () -> {
                    Label label =
                            window.all(Label.class, ".wire-chip").stream()
                                    .filter(any -> any.getText().startsWith(words))
                                    .findFirst()
                                    .orElseThrow();
                    return label.localToScene(label.getWidth() / 2, label.getHeight() / 2);
                });
    }

    /** Writes into a field of the inspector. */
    void write(String field, String text) throws Exception {
        OnFx.run(() -> window.find(TextInputControl.class, "#" + field).setText(text));
    }
}
