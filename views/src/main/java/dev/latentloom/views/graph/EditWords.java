package dev.latentloom.views.graph;

import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.Edit;

import org.jspecify.annotations.Nullable;

/** What menus and tooltips call the edit that can be taken back or made again. */
public final class EditWords {
    private EditWords() {}

    /**
     * Such as "Undo connect Planner to Critic".
     *
     * @param key undo or redo
     * @param edit null where there is nothing to take back or to make again
     */
    public static String of(String key, @Nullable Edit edit) {
        return edit == null
                ? Messages.text("graph.edit." + key + "Nothing")
                : Messages.text("graph.edit." + key, Messages.text(edit.key(), edit.arguments()));
    }
}
