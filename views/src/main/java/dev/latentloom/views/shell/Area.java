package dev.latentloom.views.shell;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/** One work area of the rail. Its nodes are built when it is first shown, and once. */
public interface Area {
    /** Short name; {@code area.<key>} is the message people read. */
    String key();

    /** Icon of the rail, as the Feather pack names it, such as {@code fth-home}. */
    String icon();

    /** What fills the middle of the window; asked for once. */
    Node content();

    /** What stands at the left of it to be put into it, null for none; asked for once. */
    default @Nullable Node palette() {
        return null;
    }

    /** What fills the inspector at the right, null for none; asked for once. */
    default @Nullable Node inspector() {
        return null;
    }
}
