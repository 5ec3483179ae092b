package dev.latentloom.views.dock;

import dev.latentloom.resources.Messages;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Draws the layout of the area in view, and tells what people do to it by dragging. */
public final class DockView extends StackPane {
    private final DockViewModel model;
    private final DockBento bento = new DockBento(this::toggle);
    private final DockTree tree = new DockTree(bento, this::dockable);
    private final DockMeasures measures = new DockMeasures();
    private final Map<Node, Dockable> dockables = new HashMap<>();
    private Map<DockPane, Node> contents = Map.of();
    private @Nullable DockContainerRootBranch root;
    private @Nullable DockLayout built;
    private boolean building;
    private boolean waiting;
    private boolean measuring;

    public DockView(DockViewModel model) {
        this.model = model;
        getStyleClass().add("dock-view");
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        bento.events().addEventListener(this::heard);
        model.shownProperty().subscribe(this::draw);
        widthProperty().subscribe(this::measureLater);
        heightProperty().subscribe(this::measureLater);
    }

    /**
     * Shows an area.
     *
     * @param area its key
     * @param panes what the panes hold; every area has its work
     */
    public void open(String area, Map<DockPane, Node> panes) {
        if (waiting) {
            read();
        }
        contents = Map.copyOf(panes);
        root = null;
        model.open(area, contents.keySet());
        draw(model.shown());
    }

    /** Once the new size is laid out, panes give way or come back. */
    private void measureLater() {
        if (!measuring && getWidth() > 0 && getHeight() > 0) {
            measuring = true;
            Platform.runLater(
                    () -> {
                        measuring = false;
                        model.room(measures.room(getWidth(), getHeight()));
                    });
        }
    }

    private Dockable dockable(DockPane pane) {
        return dockables.computeIfAbsent(
                Objects.requireNonNull(contents.get(pane)), node -> dockable(pane, node));
    }

    private Dockable dockable(DockPane pane, Node node) {
        Dockable made = bento.dockBuilding().dockable(pane.name());
        made.setTitle(Messages.text("dock.pane." + pane.key()));
        BorderPane.setAlignment(node, Pos.TOP_LEFT); // where it is cut, its beginning shows
        made.setNode(node);
        made.setClosable(pane != DockPane.WORK);
        made.setCanBeDroppedToNewWindow(false);
        made.setContextMenuFactory(which -> DockMenu.of(pane, model));
        return made;
    }

    private void toggle(DockPane pane) {
        read();
        boolean open = model.shown().tabs(pane).filter(DockTabs::open).isPresent();
        if (open) {
            model.fold(pane);
        } else {
            model.show(pane);
        }
    }

    private void draw(DockLayout layout) {
        if (contents.isEmpty() || (root != null && layout.equals(built))) {
            return;
        }
        building = true;
        DockLayout before = built;
        DockContainerRootBranch shown = root;
        built = layout;
        if (shown != null && before != null && before.shape().equals(layout.shape())) {
            tree.apply(layout, shown);
        } else {
            rebuild(layout);
        }
        building = false;
    }

    private void rebuild(DockLayout layout) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        DockContainerRootBranch fresh = tree.build(layout);
        root = fresh;
        getChildren().setAll(fresh, measures);
        if (focus != null && focus.getScene() == getScene()) {
            focus.requestFocus(); // it was taken out and put in again
        }
    }

    /** A divider that is let go has been dragged. */
    private void released(MouseEvent event) {
        if (event.getTarget() instanceof Node target
                && target.getStyleClass().contains("split-pane-divider")) {
            read();
        }
    }

    private void heard(DockEvent event) {
        if (!building && !waiting) {
            waiting = true;
            Platform.runLater(
                    () -> {
                        waiting = false;
                        read();
                    });
        }
    }

    /** What people have dragged, closed and chosen is the layout from now on. */
    private void read() {
        DockContainerRootBranch shown = root;
        DockLayout now = shown == null ? null : DockTree.read(shown);
        if (now == null) {
            return;
        }
        DockLayout before = model.shown();
        if (before.shape().equals(now.shape())) {
            built = now; // it is drawn already
        }
        model.arranged(now);
    }
}
