package dev.latentloom.views.graph.document;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One change of a draft, named for the menu.
 *
 * @param key key of its name, such as {@code graph.edit.connect}: "connect {0} to {1}"
 * @param arguments what fills the name
 * @param merge edits with the same one, made in a row, become one; empty: never merged
 * @param change from the draft before to the draft after
 */
public record Edit(String key, List<Object> arguments, String merge, UnaryOperator<Draft> change) {
    public Edit {
        arguments = List.copyOf(arguments);
    }

    /** An edit that stands alone. */
    public static Edit of(UnaryOperator<Draft> change, String key, Object... arguments) {
        return new Edit(key, List.of(arguments), "", change);
    }

    /** The same edit, merged with others of this mark made in a row: typing, nudging, dragging. */
    public Edit merging(String mark) {
        return new Edit(key, arguments, mark, change);
    }
}
