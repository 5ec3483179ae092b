package dev.latentloom.views.dock;

import com.fasterxml.jackson.annotation.JsonIgnore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What stands where in one area; a pane that is not in it is closed. */
public record DockLayout(DockNode root) {
    /** Every pane at home, the dock at the bottom folded. */
    public static DockLayout standard(Set<DockPane> panes) {
        DockLayout layout = new DockLayout(DockTabs.of(DockPane.WORK));
        for (DockPane pane : DockPane.values()) {
            if (panes.contains(pane) && pane != DockPane.WORK) {
                layout = new DockLayout(DockInsertion.at(layout.root, pane, pane.home()));
            }
        }
        return layout.folded(DockTabs::dock).mapped(DockLayout::selectFirst);
    }

    private static DockTabs selectFirst(DockTabs tabs) {
        return new DockTabs(tabs.panes(), tabs.panes().getFirst(), tabs.folded(), tabs.size());
    }

    /** Every place, from the left and the top. */
    @JsonIgnore
    public List<DockTabs> places() {
        List<DockTabs> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(DockNode node, List<DockTabs> found) {
        switch (node) {
            case DockTabs tabs -> found.add(tabs);
            case DockSplit split -> split.parts().forEach(part -> collect(part, found));
        }
    }

    /** Where a pane stands; empty while it is closed. */
    public Optional<DockTabs> tabs(DockPane pane) {
        return places().stream().filter(tabs -> tabs.panes().contains(pane)).findFirst();
    }

    /** Whether it is made of these panes, each at most once, around the work. */
    public boolean fits(Set<DockPane> available) {
        List<DockPane> all =
                places().stream().map(DockTabs::panes).flatMap(Collection::stream).toList();
        return available.containsAll(all)
                && EnumSet.copyOf(all).size() == all.size()
                && tabs(DockPane.WORK).filter(DockTabs::work).filter(DockTabs::open).isPresent();
    }

    /** The same without a pane. */
    DockLayout without(DockPane pane) {
        return new DockLayout(
                mapped(root, tabs -> remaining(tabs, pane))
                        .orElseThrow(() -> new IllegalArgumentException("the work stays")));
    }

    private static Optional<DockNode> remaining(DockTabs tabs, DockPane pane) {
        List<DockPane> others = tabs.panes().stream().filter(other -> other != pane).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        DockPane selected = tabs.selected() == pane ? others.getFirst() : tabs.selected();
        return Optional.of(new DockTabs(others, selected, tabs.folded(), tabs.size()));
    }

    /** The same with every place changed. */
    DockLayout mapped(Function<DockTabs, DockNode> change) {
        return new DockLayout(mapped(root, tabs -> Optional.of(change.apply(tabs))).orElseThrow());
    }

    private static Optional<DockNode> mapped(
            DockNode node, Function<DockTabs, Optional<DockNode>> change) {
        return switch (node) {
            case DockTabs tabs -> change.apply(tabs);
            case DockSplit split -> {
                List<DockNode> parts =
                        split.parts().stream()
                                .map(part -> mapped(part, change))
                                .flatMap(Optional::stream)
                                .toList();
                yield parts.isEmpty() ? Optional.empty() : Optional.of(split.of(parts));
            }
        };
    }

    /** The same with such places folded; the last open part of a split stays open. */
    DockLayout folded(Predicate<DockTabs> which) {
        return new DockLayout(folded(root, which.and(tabs -> !tabs.work())));
    }

    private static DockNode folded(DockNode node, Predicate<DockTabs> which) {
        if (!(node instanceof DockSplit split)) {
            return node;
        }
        List<DockNode> parts = new ArrayList<>(split.parts());
        for (int i = 0; i < parts.size(); i++) {
            DockNode part = parts.get(i);
            boolean last = parts.stream().filter(DockNode::open).count() == 1;
            if (part instanceof DockTabs tabs) {
                boolean fold = tabs.open() && !last && which.test(tabs);
                parts.set(i, fold ? tabs.folded(true) : tabs);
            } else {
                parts.set(i, folded(part, which));
            }
        }
        return new DockSplit(split.across(), parts, split.size());
    }

    /** What makes two layouts the same but for sizes, open tabs and folding. */
    @JsonIgnore
    public DockLayout shape() {
        return new DockLayout(shape(root));
    }

    private static DockNode shape(DockNode node) {
        return switch (node) {
            case DockTabs tabs -> new DockTabs(tabs.panes(), tabs.panes().getFirst(), false, 0);
            case DockSplit split ->
                    new DockSplit(
                            split.across(),
                            split.parts().stream().map(DockLayout::shape).toList(),
                            0);
        };
    }
}
