package dev.latentloom.views.dock;

import javafx.geometry.Side;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a pane at a side of the work: left and right directly beside it, top and bottom across the
 * whole width. Where panes stand there already, it becomes one of their tabs.
 */
final class DockInsertion {
    private DockInsertion() {}

    static DockNode at(DockNode root, DockPane pane, Side side) {
        boolean across = side == Side.LEFT || side == Side.RIGHT;
        boolean first = side == Side.LEFT || side == Side.TOP;
        return across ? beside(root, pane, first) : joined(root, pane, false, first);
    }

    private static DockNode beside(DockNode node, DockPane pane, boolean first) {
        return switch (node) {
            case DockTabs tabs -> tabs.work() ? joined(tabs, pane, true, first) : tabs;
            case DockSplit split ->
                    split.across() && split.parts().stream().anyMatch(DockInsertion::isWork)
                            ? joined(split, pane, true, first)
                            : new DockSplit(
                                    split.across(),
                                    split.parts().stream()
                                            .map(part -> beside(part, pane, first))
                                            .toList(),
                                    split.size());
        };
    }

    private static DockNode joined(DockNode node, DockPane pane, boolean across, boolean first) {
        List<DockNode> parts = new ArrayList<>();
        if (node instanceof DockSplit split && split.across() == across) {
            parts.addAll(split.parts());
        } else {
            parts.add(node.sized(0));
        }
        int end = first ? 0 : parts.size() - 1;
        if (parts.size() > 1 && parts.get(end) instanceof DockTabs tabs && !tabs.work()) {
            parts.set(end, tabs.with(pane));
        } else {
            parts.add(first ? 0 : parts.size(), DockTabs.of(pane));
        }
        return new DockSplit(across, parts, node.size());
    }

    private static boolean isWork(DockNode node) {
        return node instanceof DockTabs tabs && tabs.work();
    }
}
