package dev.latentloom.views.dock;

import java.util.List;

/**
 * Parts beside each other or below each other, with a divider between any two.
 *
 * @param across whether they stand beside each other
 */
public record DockSplit(boolean across, List<DockNode> parts, double size) implements DockNode {
    public DockSplit {
        parts = List.copyOf(parts);
    }

    /** The same of other parts; a single one stands for itself. */
    DockNode of(List<DockNode> others) {
        return others.size() == 1
                ? others.getFirst().sized(size)
                : new DockSplit(across, others, size);
    }

    @Override
    public DockSplit sized(double other) {
        return new DockSplit(across, parts, other);
    }

    @Override
    public boolean open() {
        return true;
    }
}
