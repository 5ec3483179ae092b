package dev.latentloom.resources;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text a person reads, by key; the words stand in {@code messages.properties}. */
public final class Messages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.latentloom.resources.messages", Locale.ROOT);

    private Messages() {}

    /** The bundle itself, for FXML loaders. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /** Whether there is a text under this key. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** The text under a key with {0}, {1}, … filled; numbers are written as English writes them. */
    public static String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    /** The text under a key with {0}, {1}, … filled; an unknown key shows itself. */
    public static String text(String key, List<?> arguments) {
        if (!BUNDLE.containsKey(key)) {
            return arguments.isEmpty() ? key : key + " " + arguments;
        }
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments.toArray());
    }
}
