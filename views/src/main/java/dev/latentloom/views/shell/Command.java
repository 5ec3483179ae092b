package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;

import javafx.beans.value.ObservableBooleanValue;

import org.jspecify.annotations.Nullable;

/**
 * Something people can do from a menu, by key and in the command palette.
 *
 * @param key message key of its name
 * @param menu menu it stands in, one of {@link CommandRegistry#MENUS}
 * @param keys key combination such as {@code Shortcut+K}, null for none
 * @param enabled whether it can be done now
 * @param action what it does, on the FX thread
 */
public record Command(
        String key,
        String menu,
        @Nullable String keys,
        ObservableBooleanValue enabled,
        Runnable action) {
    /** The name people read. */
    public String name() {
        return Messages.text(key);
    }

    /** Does it if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
