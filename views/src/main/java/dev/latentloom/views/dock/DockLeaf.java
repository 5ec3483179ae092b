package dev.latentloom.views.dock;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

import java.util.function.Consumer;

/**
 * Tabs in one place. Unlike BentoFX's own it can be folded wherever it stands, shows by style where
 * a tab would be dropped, and leaves the keyboard where it is.
 */
final class DockLeaf extends DockContainerLeaf {
    private static final PseudoClass UPRIGHT = PseudoClass.getPseudoClass("upright");

    private final Consumer<DockPane> toggled;
    private final Region hint = new Region();
    private @Nullable Dockable shown;
    private double openSize;

    /**
     * @param toggled hears that people want the place of a pane folded or opened
     */
    DockLeaf(Bento bento, String identifier, Consumer<DockPane> toggled) {
        super(bento, identifier);
        this.toggled = toggled;
        getStyleClass().add("dock-leaf");
        hint.getStyleClass().add("dock-hint");
        hint.setManaged(false);
        hint.setVisible(false);
        hint.setMouseTransparent(true);
        getChildren().add(hint);
    }

    /** Takes the form that the layout asks for. */
    void show(DockTabs tabs, Side foldedTo) {
        openSize = tabs.size();
        shown = dockable(tabs.selected());
        if (tabs.folded()) {
            setCollapsedState(true);
            setSide(foldedTo);
        } else {
            setCollapsedState(false);
            setSide(tabs.work() ? null : Side.TOP);
            selectDockable(shown);
        }
        pseudoClassStateChanged(UPRIGHT, tabs.folded() && foldedTo.isVertical());
    }

    private @Nullable Dockable dockable(DockPane pane) {
        return getDockables().stream()
                .filter(dockable -> dockable.getIdentifier().equals(pane.name()))
                .findFirst()
                .orElse(null);
    }

    /** What it is as data; null while it holds nothing. */
    @Nullable DockTabs read(boolean across) {
        if (getDockables().isEmpty()) {
            return null;
        }
        Dockable selected = isCollapsed() ? shown : getSelectedDockable();
        DockTabs tabs =
                new DockTabs(
                        getDockables().stream().map(DockLeaf::pane).toList(),
                        pane(
                                selected != null && getDockables().contains(selected)
                                        ? selected
                                        : getDockables().getFirst()),
                        isCollapsed(),
                        0);
        double now = isCollapsed() ? openSize : Math.round(across ? getWidth() : getHeight());
        return tabs.work() ? tabs : tabs.sized(now);
    }

    static DockPane pane(Dockable dockable) {
        return DockPane.valueOf(dockable.getIdentifier());
    }

    @Override
    public boolean toggleCollapse(@Nullable Dockable dockable) {
        if (dockable != null) {
            toggled.accept(pane(dockable));
        }
        return isCollapsed();
    }

    @Override
    public boolean selectDockable(@Nullable Dockable dockable) {
        return (dockable == null || !isCollapsed()) && super.selectDockable(dockable);
    }

    @Override
    public boolean canReceiveDockable(Dockable dockable, @Nullable Side side) {
        boolean work = getSide() == null;
        return !(work && side == null) && super.canReceiveDockable(dockable, side);
    }

    /** The place itself takes no keys; what it holds does. */
    @Override
    public void requestFocus() {
        // selecting a tab must not take the keyboard away from where somebody types
    }

    @Override
    public void drawCanvasHint(Region target, @Nullable Side side) {
        Bounds at = sceneToLocal(target.localToScene(target.getLayoutBounds()));
        double width = side == Side.LEFT || side == Side.RIGHT ? at.getWidth() / 2 : at.getWidth();
        double height =
                side == Side.TOP || side == Side.BOTTOM ? at.getHeight() / 2 : at.getHeight();
        double x = side == Side.RIGHT ? at.getMaxX() - width : at.getMinX();
        double y = side == Side.BOTTOM ? at.getMaxY() - height : at.getMinY();
        hint.resizeRelocate(x, y, width, height);
        hint.setVisible(true);
    }

    @Override
    public void clearCanvas() {
        hint.setVisible(false);
    }
}
