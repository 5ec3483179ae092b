package dev.latentloom.views.graph.canvas;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.AddChoice;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.Selection;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;

import javafx.collections.MapChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** The drawing of a team: what it shows follows the view model, what the hand does changes it. */
public final class GraphCanvas extends Region {
    private static final double CORNER = 12;

    private final BuildViewModel model;
    private final Drawing drawing;
    private final CanvasContent content;
    private final GridView grid = new GridView();
    private final MiniMap map = new MiniMap();
    private final Overlay overlay = new Overlay();
    private final Pane surface = new Pane();
    private final Pane above = new Pane();
    private final ZoomBar zoomBar;
    private final Adding adding;
    private final NodeEditing editing;
    private final Glide glide;
    private final Translate translate = new Translate();
    private final Scale scale = new Scale();
    private Viewport viewport = new Viewport(1, 0, 0);
    private boolean fitPending = true;
    private @Nullable Viewport fitted;
    private double laidWide;
    private double laidHigh;

    public GraphCanvas(BuildViewModel model, Selection selection) {
        this.model = model;
        drawing = new Drawing(model::models);
        content = new CanvasContent(model, drawing);
        glide = new Glide(this::preview);
        QuickAdd quickAdd = new QuickAdd(this::requestFocus);
        adding = new Adding(this, quickAdd);
        editing = new NodeEditing(model, content, new InlineEditor(above, this::requestFocus));
        zoomBar = new ZoomBar(this);
        build();
        above.getChildren().addAll(overlay.hint(), zoomBar, quickAdd);
        new CanvasGestures(this, selection).install(surface);
        new CanvasKeys(this, selection).install(this);
        new GraphDrop(this).install();
        drawing.show(model.draft(), Map.of());
        content.sync();
        listen();
    }

    private void build() {
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Messages.text("graph.canvas"));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        content.getTransforms().setAll(translate, scale);
        content.getChildren().add(overlay.wire());
        above.setPickOnBounds(false);
        surface.getStyleClass().add("canvas-surface");
        surface.getChildren().addAll(grid, content, overlay.band(), map);
        getChildren().addAll(surface, above);
    }

    private void listen() {
        model.draftProperty().addListener((property, old, now) -> show(now));
        model.openedProperty().addListener((property, old, now) -> fitLater());
        model.arrangedProperty().addListener((property, old, now) -> glide.then(this::seeAll));
        sceneProperty().addListener((property, old, now) -> fitLater());
        model.modelsProperty().addListener((property, old, now) -> redraw());
        model.selectionProperty().addListener((property, old, now) -> content.select());
        model.problems().addListener(nodeListener());
        model.progress().nodes().addListener(nodeListener());
        MapChangeListener<String, Object> wires =
                change -> {
                    if (drawing.has(change.getKey())) {
                        content.dressWire(change.getKey());
                    }
                };
        model.progress().wires().addListener(wires);
    }

    private MapChangeListener<String, Object> nodeListener() {
        return change -> {
            if (drawing.nodes().contains(change.getKey())) {
                content.dress(change.getKey());
            }
        };
    }

    /** Words can be measured only in a scene, and another drawing is seen from its best side. */
    private void fitLater() {
        fitPending = true;
        requestLayout();
    }

    private void redraw() {
        drawing.show(model.draft(), Map.of());
        content.sync();
        content.cull(shown());
    }

    private void show(Draft now) {
        Map<String, Spot> elsewhere = glide.start(drawing, now.layout());
        drawing.show(now, elsewhere);
        content.sync();
        content.cull(shown());
        map.show(drawing, shown());
    }

    /** Shows nodes somewhere else until the next draft: a drag, or a glide to their places. */
    void preview(Map<String, Spot> moved) {
        Set<String> touched = drawing.place(moved);
        content.moved(moved.keySet(), touched);
        map.move(drawing, shown(), moved.keySet());
    }

    @Override
    protected void layoutChildren() {
        surface.resize(getWidth(), getHeight());
        above.resize(getWidth(), getHeight());
        double width = Math.ceil(zoomBar.prefWidth(-1));
        double height = Math.ceil(zoomBar.prefHeight(-1));
        zoomBar.resizeRelocate(
                getWidth() - width - CORNER, getHeight() - height - CORNER, width, height);
        map.relocate(CORNER, getHeight() - MiniMap.HIGH - CORNER);
        map.setVisible(getWidth() >= MiniMap.WIDE + width + 3 * CORNER); // beside the zoom bar
        if (fitPending && getWidth() > 0) {
            fitPending = false;
            content.measure();
            fit();
        } else if (resized() && viewport.equals(fitted)) {
            fit(); // nobody has looked elsewhere since
        } else {
            view(viewport);
        }
        laidWide = getWidth();
        laidHigh = getHeight();
    }

    private boolean resized() {
        return laidWide != getWidth() || laidHigh != getHeight();
    }

    /** Shows another part of the drawing. */
    void view(Viewport seen) {
        boolean refresh = seen.scale() != viewport.scale();
        viewport = seen;
        translate.setX(seen.x());
        translate.setY(seen.y());
        scale.setX(seen.scale());
        scale.setY(seen.scale());
        if (refresh) {
            content.zoomed(seen.scale());
        }
        grid.show(seen, getWidth(), getHeight());
        content.cull(shown());
        map.show(drawing, shown());
        zoomBar.show(seen.scale());
    }

    /** Shows everything, as large as it fits, at most unzoomed. */
    public void fit() {
        Viewport whole = Viewport.showing(drawing.bounds(), getWidth(), getHeight());
        fitted = whole;
        view(whole);
    }

    private void seeAll() {
        Area all = drawing.bounds();
        if (!shown().contains(all.x(), all.y()) || !shown().contains(all.right(), all.bottom())) {
            fit();
        }
    }

    /** Zooms about the middle. */
    public void zoom(double factor) {
        view(viewport.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** Shows the drawing in its own size, the middle kept. */
    public void actualSize() {
        zoom(1 / viewport.scale());
    }

    /**
     * Puts something where it was dropped.
     *
     * @return false, and nothing is done, where the point lies outside the canvas
     */
    public boolean drop(AddChoice choice, double sceneX, double sceneY) {
        Point2D at = sceneToLocal(sceneX, sceneY);
        return contains(at) && adding.drop(choice, at.getX(), at.getY());
    }

    /** Puts something into the middle of what is seen, or on what is selected. */
    public void addInView(AddChoice choice) {
        adding.inView(choice);
    }

    /** Opens the list of what can be added at a point of the canvas, and joined to a port. */
    void quickAdd(double x, double y, @Nullable Port from) {
        adding.open(x, y, from);
    }

    /** Says something at the lower edge for a few seconds. */
    void say(String text) {
        overlay.say(text, getWidth(), getHeight());
    }

    /** Opens an editor for what a node, note or group is called. */
    void edit(String id) {
        editing.edit(id, viewport);
    }

    private Area shown() {
        return viewport.shown(getWidth(), getHeight());
    }

    BuildViewModel model() {
        return model;
    }

    Drawing drawing() {
        return drawing;
    }

    Overlay overlay() {
        return overlay;
    }

    MiniMap map() {
        return map;
    }

    Viewport viewport() {
        return viewport;
    }
}
