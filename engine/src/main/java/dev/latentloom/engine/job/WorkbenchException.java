package dev.latentloom.engine.job;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Something the user can act on: what happened, why, and what to do.
 *
 * <p>Carries a message key and its arguments; the words stand in the message file of the resources
 * module under that key and are put together where they are shown.
 */
public final class WorkbenchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key key of the message, such as {@code model.hiddenSizeMismatch}
     * @param arguments what fills {0}, {1}, … of the message; only strings and numbers
     */
    public WorkbenchException(String key, Object... arguments) {
        super(key + Arrays.toString(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Same, with the exception that led to it; its text belongs into the arguments. */
    public WorkbenchException(@Nullable Throwable cause, String key, Object... arguments) {
        super(key + Arrays.toString(arguments), cause);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
