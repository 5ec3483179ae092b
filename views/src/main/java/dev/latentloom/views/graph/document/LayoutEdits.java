package dev.latentloom.views.graph.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Edits of where things stand, and of frames around them. */
public final class LayoutEdits {
    private LayoutEdits() {}

    /** Where to line nodes up. */
    public enum Side {
        LEFT,
        TOP
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

    /** Lines nodes up at the leftmost, or topmost, of them. */
    public static Edit align(Collection<String> ids, Side side) {
        ToDoubleFunction<Spot> along = side == Side.LEFT ? Spot::x : Spot::y;
        return Edit.of(
                draft -> {
                    double least =
                            ids.stream().map(draft.layout()::at).mapToDouble(along).min().orElse(0);
                    Map<String, Spot> moved = new HashMap<>();
                    for (String id : ids) {
                        Spot old = draft.layout().at(id);
                        moved.put(
                                id,
                                side == Side.LEFT
                                        ? new Spot(least, old.y())
                                        : new Spot(old.x(), least));
                    }
                    return draft.place(layout -> layout.with(moved));
                },
                "graph.edit.align",
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
