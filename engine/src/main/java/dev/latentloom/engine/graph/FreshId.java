package dev.latentloom.engine.graph;

import java.util.Collection;
import java.util.Locale;

/** Ids that files and link names can carry. */
public final class FreshId {
    private FreshId() {}

    /** An id made of a name's letters and digits that is not in use yet: planner, planner-2, … */
    public static String of(String name, Collection<String> taken) {
        String base =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]+", "-")
                        .replaceAll("^-|-$", "");
        if (base.isEmpty()) {
            base = "item";
        }
        String id = base;
        for (int n = 2; taken.contains(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
