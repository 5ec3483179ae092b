package dev.latentloom.views.dock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The room there is for panes, and the rule by which they give way where it is too small: they fold
 * to their tabs until the work has the room that it wants. The smallest pane that makes enough room
 * gives way, or else the largest and then others.
 *
 * @param width of all panes together
 * @param height of all panes together
 * @param folded how thick the tabs of a folded place are
 * @param divider between two places
 * @param panes what each pane needs; a pane that is not in it needs nothing
 */
public record DockRoom(
        double width, double height, double folded, double divider, Map<DockPane, PaneSize> panes) {
    /** Room for everything. */
    public static final DockRoom ENDLESS =
            new DockRoom(Double.MAX_VALUE, Double.MAX_VALUE, 0, 0, Map.of());

    private static final PaneSize NOTHING = new PaneSize(0, 0, 0, 0);

    public DockRoom {
        panes = Map.copyOf(panes);
    }

    /**
     * What can be shown of a layout.
     *
     * @param asked panes that people asked for in spite of the room, the last one last; they give
     *     way only where something would be cut, and the last one never does
     */
    public DockLayout fit(DockLayout wanted, List<DockPane> asked) {
        DockLayout shown = wanted;
        for (boolean across : new boolean[] {true, false}) {
            shown = givingWay(shown, across, asked);
            for (DockPane pane : asked.subList(0, Math.max(0, asked.size() - 1))) {
                if (lacks(shown, across, true) > 0) {
                    shown =
                            better(
                                    shown,
                                    shown.folded(tabs -> tabs.panes().contains(pane)),
                                    across);
                }
            }
        }
        return shown;
    }

    private DockLayout givingWay(DockLayout wanted, boolean across, List<DockPane> asked) {
        DockLayout shown = wanted;
        Optional<DockLayout> next = Optional.of(wanted);
        while (next.isPresent()) {
            shown = next.get();
            next = without(shown, across, asked);
        }
        return shown;
    }

    /** The same with one place more folded; empty where there is room, or none to be made. */
    private Optional<DockLayout> without(DockLayout shown, boolean across, List<DockPane> asked) {
        double before = lacks(shown, across, false);
        if (before <= 0) {
            return Optional.empty();
        }
        Comparator<DockLayout> byRoom =
                Comparator.comparingDouble(layout -> -lacks(layout, across, false));
        List<DockLayout> others =
                shown.places().stream()
                        .filter(tabs -> tabs.panes().stream().noneMatch(asked::contains))
                        .map(tabs -> shown.folded(tabs::equals))
                        .filter(layout -> lacks(layout, across, false) < before)
                        .sorted(byRoom)
                        .toList();
        return others.stream()
                .filter(layout -> lacks(layout, across, false) <= 0)
                .findFirst()
                .or(() -> others.isEmpty() ? Optional.empty() : Optional.of(others.getLast()));
    }

    private DockLayout better(DockLayout shown, DockLayout other, boolean across) {
        return lacks(other, across, true) < lacks(shown, across, true) ? other : shown;
    }

    /** How much room is missing along one direction; below zero where some is left. */
    private double lacks(DockLayout layout, boolean across, boolean atLeast) {
        return need(layout.root(), across, false, atLeast) - (across ? width : height);
    }

    /**
     * @param along whether it stands in a row of that direction; a folded place that does not, and
     *     one whose size nobody minds, need nothing
     */
    private double need(DockNode node, boolean across, boolean along, boolean atLeast) {
        return switch (node) {
            case DockTabs tabs -> need(tabs, across, along, atLeast);
            case DockSplit split -> {
                boolean row = split.across() == across;
                var needs =
                        split.parts().stream()
                                .mapToDouble(part -> need(part, across, row, atLeast));
                yield row
                        ? needs.sum() + divider * (split.parts().size() - 1)
                        : needs.max().orElse(0);
            }
        };
    }

    private double need(DockTabs tabs, boolean across, boolean along, boolean atLeast) {
        if (!along && !tabs.work()) {
            return 0;
        }
        if (!tabs.open()) {
            return folded;
        }
        boolean asDragged = tabs.size() > 0 && !atLeast;
        return asDragged
                ? tabs.size()
                : tabs.panes().stream()
                        .mapToDouble(pane -> of(pane, across, atLeast))
                        .max()
                        .orElse(0);
    }

    private double of(DockPane pane, boolean across, boolean atLeast) {
        PaneSize size = Objects.requireNonNullElse(panes.get(pane), NOTHING);
        return atLeast ? size.least(across) : size.wanted(across);
    }
}
