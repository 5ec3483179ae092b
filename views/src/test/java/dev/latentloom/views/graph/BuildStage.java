package dev.latentloom.views.graph;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import com.sun.javafx.scene.SceneHelper;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.resources.StyleSheets;
import dev.latentloom.views.OnFx;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.ModelWidths;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** A Build area in a window, and a mouse and a keyboard that go through the scene's own events. */
final class BuildStage implements AutoCloseable {
    final BuildViewModel model;
    final BuildView view;
    final List<Runnable> background = new ArrayList<>();
    private final Stage stage;
    final Scene scene;
    private Point2D pressed = Point2D.ZERO;
    Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);

    private BuildStage(Draft draft, ModelWidths models, boolean dark, double width, double height) {
        model = new BuildViewModel(draft, models, background::add, Runnable::run);
        view = new BuildView(model, () -> {});
        Application.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        BorderPane root = new BorderPane(view.root());
        root.setLeft(view.palette());
        root.setRight(new InspectorView(model).root());
        scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(StyleSheets.of(dark));
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    GraphDocument document() {
        return model.draft().document();
    }

    AgentGraph graph() {
        return document().graph();
    }

    Spot spot(String id) {
        return model.draft().layout().at(id);
    }

    Point2D node(String id) throws Exception {
        return at(spot(id).x() + 100, spot(id).y() + 14);
    }

    /** The middle of the wire between two ports that lie straight across from each other. */
    Point2D wire() throws Exception {
        return port("critic", Port.THOUGHTS, false).midpoint(port("solver", "critique", true));
    }

    static BuildStage open(Draft draft, ModelWidths models, boolean dark) throws Exception {
        return open(draft, models, dark, 1440, 900);
    }

    static BuildStage open(
            Draft draft, ModelWidths models, boolean dark, double width, double height)
            throws Exception {
        OnFx.start();
        BuildStage opened = fx(() -> new BuildStage(draft, models, dark, width, height));
        opened.settle();
        return opened;
    }

    static <T> T fx(Callable<T> work) throws Exception {
        return OnFx.get(work);
    }

    /** Lets pulses and the 150 ms glide pass. */
    void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            Thread.sleep(90);
            fx(() -> true);
        }
    }

    /** Point of the scene over a point of the drawing. */
    Point2D at(double x, double y) throws Exception {
        return fx(
                () -> {
                    Node content = view.canvas().lookup(".canvas-content");
                    return content.localToScene(x, y);
                });
    }

    Point2D port(String node, String port, boolean input) throws Exception {
        var shape =
                dev.latentloom.views.graph.document.NodeShape.of(
                        model.draft().document(), node, model.models());
        var found = shape.port(port, input).orElseThrow();
        Spot spot = model.draft().layout().at(node).plus(shape.x(found), found.y());
        return at(spot.x(), spot.y());
    }

    void drag(Point2D from, Point2D to, MouseButton button) throws Exception {
        press(from, button);
        for (int i = 1; i <= 10; i++) {
            move(from.interpolate(to, i / 10.0), button);
        }
        release(to, button);
        settle();
    }

    void drag(Point2D from, Point2D to) throws Exception {
        drag(from, to, MouseButton.PRIMARY);
    }

    void press(Point2D at, MouseButton button) throws Exception {
        pressed = at;
        mouse(MouseEvent.MOUSE_MOVED, at, MouseButton.NONE, 0);
        mouse(MouseEvent.MOUSE_PRESSED, at, button, 1);
    }

    void move(Point2D at, MouseButton button) throws Exception {
        mouse(MouseEvent.MOUSE_DRAGGED, at, button, 1);
    }

    void release(Point2D at, MouseButton button) throws Exception {
        mouse(MouseEvent.MOUSE_RELEASED, at, button, 1);
    }

    void click(Point2D at, int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            pressed = at;
            mouse(MouseEvent.MOUSE_PRESSED, at, MouseButton.PRIMARY, i);
            mouse(MouseEvent.MOUSE_RELEASED, at, MouseButton.PRIMARY, i);
        }
        settle();
    }

    private void mouse(EventType<MouseEvent> type, Point2D at, MouseButton button, int clicks)
            throws Exception {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        MouseEvent event =
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        stage.getX() + at.getX(),
                        stage.getY() + at.getY(),
                        button,
                        clicks,
                        held.contains(KeyCode.SHIFT),
                        held.contains(KeyCode.CONTROL),
                        false,
                        false,
                        down && button == MouseButton.PRIMARY,
                        down && button == MouseButton.MIDDLE,
                        down && button == MouseButton.SECONDARY,
                        false,
                        false,
                        pressed.distance(at) < 3,
                        new PickResult(scene.getRoot(), at.getX(), at.getY()));
        fx(
                () -> {
                    SceneHelper.processMouseEvent(scene, event);
                    return true;
                });
    }

    void scroll(Point2D at, double amount) throws Exception {
        fx(
                () -> {
                    Node surface = view.canvas().lookup(".canvas-surface");
                    Event.fireEvent(
                            surface,
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    at.getX(),
                                    at.getY(),
                                    at.getX(),
                                    at.getY(),
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    false,
                                    0,
                                    amount,
                                    0,
                                    amount,
                                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                                    0,
                                    ScrollEvent.VerticalTextScrollUnits.NONE,
                                    0,
                                    0,
                                    new PickResult(surface, at.getX(), at.getY())));
                    return true;
                });
    }

    void key(KeyCode code) throws Exception {
        key(KeyEvent.KEY_PRESSED, code);
        key(KeyEvent.KEY_RELEASED, code);
        settle();
    }

    void key(EventType<KeyEvent> type, KeyCode code) throws Exception {
        fx(
                () -> {
                    SceneHelper.processKeyEvent(
                            scene,
                            new KeyEvent(
                                    type,
                                    "",
                                    code.getChar(),
                                    code,
                                    held.contains(KeyCode.SHIFT),
                                    held.contains(KeyCode.CONTROL),
                                    false,
                                    false));
                    return true;
                });
    }

    /** The middle of the palette item whose label this is. */
    Point2D palette(String label) throws Exception {
        return fx(
                () -> {
                    Node item =
                            scene.getRoot().lookupAll(".palette-item").stream()
                                    .filter(
                                            node ->
                                                    node.getAccessibleText()
                                                            .startsWith(label + ","))
                                    .findFirst()
                                    .orElseThrow();
                    return item.localToScene(20, 10);
                });
    }

    /** Types into a field that has the focus, all at once. */
    void type(String text) throws Exception {
        fx(
                () -> {
                    ((TextInputControl) scene.getFocusOwner()).setText(text);
                    return true;
                });
    }

    @Override
    public void close() {
        Platform.runLater(stage::close);
    }
}
