package dev.latentloom.views.dock;

import java.util.ArrayList;
import java.util.List;

/**
 * Panes in one place, one of them shown.
 *
 * @param panes in the order of their tabs
 * @param selected the one that shows
 * @param folded whether only the tabs show
 */
public record DockTabs(List<DockPane> panes, DockPane selected, boolean folded, double size)
        implements DockNode {
    public DockTabs {
        panes = List.copyOf(panes);
        if (!panes.contains(selected)) {
            throw new IllegalArgumentException(selected + " is not in " + panes);
        }
    }

    /** One open pane, as large as its style says. */
    static DockTabs of(DockPane pane) {
        return new DockTabs(List.of(pane), pane, false, 0);
    }

    /** The same with one pane more, which shows. */
    DockTabs with(DockPane pane) {
        List<DockPane> more = new ArrayList<>(panes);
        more.add(pane);
        return new DockTabs(more, pane, false, size);
    }

    /** The same, folded or open. */
    DockTabs folded(boolean now) {
        return new DockTabs(panes, selected, now, size);
    }

    /** The same, open, showing this pane. */
    DockTabs showing(DockPane pane) {
        return new DockTabs(panes, pane, false, size);
    }

    /** Whether it holds the work of the area and nothing else. */
    boolean work() {
        return panes.equals(List.of(DockPane.WORK));
    }

    /** Whether it holds nothing but panes of the dock. */
    boolean dock() {
        return panes.stream().allMatch(DockPane::shared);
    }

    @Override
    public DockTabs sized(double other) {
        return new DockTabs(panes, selected, folded, other);
    }

    @Override
    public boolean open() {
        return !folded;
    }
}
