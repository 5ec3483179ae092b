package dev.latentloom.views.dock;

import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.jspecify.annotations.Nullable;

import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** BentoFX's containers from a layout, and a layout from its containers. */
record DockTree(Bento bento, Function<DockPane, Dockable> dockables) {
    /** Fresh containers for a layout, not in any window yet. */
    DockContainerRootBranch build(DockLayout layout) {
        DockContainerRootBranch root = bento.dockBuilding().root();
        root.setPruneWhenEmpty(false);
        switch (layout.root()) {
            case DockSplit split -> fill(root, split);
            case DockTabs tabs -> root.addContainer(leaf(tabs, Side.TOP));
        }
        return root;
    }

    private void fill(DockContainerBranch branch, DockSplit split) {
        branch.setOrientation(split.across() ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        int flexible = Dividers.flexible(split.parts());
        for (int i = 0; i < split.parts().size(); i++) {
            DockContainer made = part(split, i, flexible);
            SplitPane.setResizableWithParent(made.asRegion(), i == flexible);
            branch.addContainer(made);
        }
        Dividers.place(branch, split);
    }

    private DockContainer part(DockSplit split, int index, int flexible) {
        return switch (split.parts().get(index)) {
            case DockTabs tabs -> leaf(tabs, foldedTo(split, index, flexible));
            case DockSplit inner -> {
                DockContainerBranch branch = bento.dockBuilding().branch();
                fill(branch, inner);
                yield branch;
            }
        };
    }

    private static Side foldedTo(DockSplit split, int index, int flexible) {
        if (!split.across()) {
            return Side.TOP;
        }
        return index < flexible ? Side.LEFT : Side.RIGHT;
    }

    private DockLeaf leaf(DockTabs tabs, Side foldedTo) {
        DockLeaf leaf = (DockLeaf) bento.dockBuilding().leaf();
        tabs.panes().forEach(pane -> leaf.getStyleClass().add("pane-" + pane.key()));
        tabs.panes().forEach(pane -> leaf.addDockable(dockables.apply(pane)));
        leaf.show(tabs, foldedTo);
        return leaf;
    }

    /** Gives containers of the same shape the sizes, tabs and folds of a layout. */
    void apply(DockLayout layout, DockContainerRootBranch root) {
        if (layout.root() instanceof DockSplit split) {
            apply(split, root);
        }
    }

    private void apply(DockSplit split, DockContainerBranch branch) {
        int flexible = Dividers.flexible(split.parts());
        for (int i = 0; i < split.parts().size(); i++) {
            Node item = branch.getItems().get(i);
            switch (split.parts().get(i)) {
                case DockTabs tabs -> ((DockLeaf) item).show(tabs, foldedTo(split, i, flexible));
                case DockSplit inner -> apply(inner, (DockContainerBranch) item);
            }
        }
        Dividers.place(branch, split);
    }

    /** What stands where now; null while nothing does. */
    static @Nullable DockLayout read(DockContainerRootBranch root) {
        DockNode node = read(root, false);
        return node == null ? null : new DockLayout(node.sized(0));
    }

    private static @Nullable DockNode read(Node container, boolean across) {
        if (container instanceof DockLeaf leaf) {
            return leaf.read(across);
        }
        if (!(container instanceof DockContainerBranch branch)) {
            throw new IllegalStateException("a container of a kind of its own: " + container);
        }
        boolean within = branch.getOrientation() == Orientation.HORIZONTAL;
        List<DockNode> parts = new ArrayList<>();
        for (Node item : branch.getItems()) {
            DockNode part = read(item, within);
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return null;
        }
        boolean flexible =
                parts.stream()
                        .anyMatch(part -> new DockLayout(part).tabs(DockPane.WORK).isPresent());
        double size = flexible ? 0 : Math.round(across ? branch.getWidth() : branch.getHeight());
        return new DockSplit(within, parts, size).of(parts);
    }
}
