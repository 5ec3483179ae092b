package dev.latentloom.views.graph.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Edits of where things stand, and of frames around them. */
public final class LayoutEdits {
    private LayoutEdits() {}

    /** Where to line nodes up. */
    public enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM,
        /** Middles above one another. */
        COLUMN,
        /** Middles beside one another. */
        ROW;

        boolean across() {
            return this == LEFT || this == RIGHT || this == COLUMN;
        }

        /** How far from a node's left or upper edge it is taken. */
        double share() {
            return switch (this) {
                case LEFT, TOP -> 0;
                case COLUMN, ROW -> 0.5;
                case RIGHT, BOTTOM -> 1;
            };
        }
    }

    /** Moves nodes by the same way and snaps them to the grid; merges with the moves before. */
    public static Edit move(Collection<String> ids, double dx, double dy, String merge) {
        return Edit.of(
                        draft -> {
                            Map<String, Spot> moved = new HashMap<>();
                            for (String id : ids) {
                                moved.put(id, draft.layout().at(id).plus(dx, dy).snapped());
                            }
                            return draft.place(layout -> layout.with(moved));
                        },
                        "graph.edit.move",
                        ids.size())
                .merging(merge);
    }

    /** Lines nodes up at the outermost of them on that side, or at the middle of all. */
    public static Edit align(Collection<String> ids, Side side, ModelWidths models) {
        return Edit.of(
                draft -> {
                    DoubleSummaryStatistics lines =
                            ids.stream()
                                    .mapToDouble(id -> line(draft, id, side, models))
                                    .summaryStatistics();
                    double low = lines.getMin();
                    double line = low + (lines.getMax() - low) * side.share();
                    Map<String, Spot> moved = new HashMap<>();
                    for (String id : ids) {
                        double by = line - line(draft, id, side, models);
                        Spot old = draft.layout().at(id);
                        moved.put(id, side.across() ? old.plus(by, 0) : old.plus(0, by));
                    }
                    return draft.place(layout -> layout.with(moved));
                },
                "graph.edit.align",
                ids.size());
    }

    private static double line(Draft draft, String id, Side side, ModelWidths models) {
        NodeShape shape = NodeShape.of(draft.document(), id, models);
        Spot spot = draft.layout().at(id);
        return side.across()
                ? spot.x() + side.share() * shape.width()
                : spot.y() + side.share() * shape.height();
    }

    /** Spreads nodes evenly between the outermost two, beside or above one another. */
    public static Edit spread(Collection<String> ids, boolean across) {
        ToDoubleFunction<Spot> along = across ? Spot::x : Spot::y;
        return Edit.of(
                draft -> {
                    List<String> order =
                            ids.stream()
                                    .sorted(
                                            Comparator.comparingDouble(
                                                    id ->
                                                            along.applyAsDouble(
                                                                    draft.layout().at(id))))
                                    .toList();
                    double first = along.applyAsDouble(draft.layout().at(order.getFirst()));
                    double last = along.applyAsDouble(draft.layout().at(order.getLast()));
                    Map<String, Spot> moved = new HashMap<>();
                    for (int i = 0; i < order.size(); i++) {
                        double at = first + (last - first) * i / Math.max(1, order.size() - 1);
                        Spot old = draft.layout().at(order.get(i));
                        Spot now = across ? new Spot(at, old.y()) : new Spot(old.x(), at);
                        moved.put(order.get(i), now.snapped());
                    }
                    return draft.place(layout -> layout.with(moved));
                },
                "graph.edit.spread",
                ids.size());
    }

    /** Puts every node where an automatic layout found room for it. */
    public static Edit arrange(Map<String, Spot> spots) {
        return Edit.of(
                draft -> {
                    Map<String, Spot> known = new HashMap<>(spots);
                    known.keySet().retainAll(draft.document().nodes());
                    return draft.place(layout -> layout.with(known));
                },
                "graph.edit.arrange",
                spots.size());
    }
}
