package dev.latentloom.views.shell;

import dev.latentloom.resources.Messages;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

/**
 * Something people can do from a menu, by key and in the command palette.
 *
 * @param key message key of its name
 * @param menu menu it stands in, one of {@link CommandRegistry#MENUS}
 * @param keys key combination such as {@code Shortcut+K}, null for none
 * @param enabled whether it can be done now
 * @param action what it does, on the FX thread
 * @param title the name people read now, such as "Undo connect Planner to Critic"
 */
public record Command(
        String key,
        String menu,
        @Nullable String keys,
        ObservableBooleanValue enabled,
        Runnable action,
        ObservableValue<String> title) {
    /** A command that is always called the same. */
    public Command(
            String key,
            String menu,
            @Nullable String keys,
            ObservableBooleanValue enabled,
            Runnable action) {
        this(key, menu, keys, enabled, action, new SimpleStringProperty(Messages.text(key)));
    }

    /** The name people read now. */
    public String name() {
        return title.getValue();
    }

    /** Does it if it can be done now. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
