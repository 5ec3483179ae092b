package dev.latentloom.views.graph.document;

import org.jspecify.annotations.Nullable;

/** Edits of what thoughts go through. */
public final class LinkEdits {
    private LinkEdits() {}

    /** Uses a link set; null for none. */
    public static Edit use(@Nullable String set) {
        return set == null
                ? Edit.of(
                        draft -> draft.edit(document -> document.withLinks(null)),
                        "graph.edit.noLinks")
                : Edit.of(
                        draft -> draft.edit(document -> document.withLinks(set)),
                        "graph.edit.links",
                        set);
    }
}
