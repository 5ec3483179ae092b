package dev.latentloom.views.control;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** How values of choice boxes are written. */
public final class Converters {
    private Converters() {}

    /** Writes each value by {@code name}; nothing is ever read back. */
    public static <T> StringConverter<T> named(Function<T, String> name) {
        return optional("", name);
    }

    /** The same, where null is a choice too and reads {@code none}. */
    public static <T> StringConverter<T> optional(String none, Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? none : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new IllegalStateException("choices are picked, never typed: " + text);
            }
        };
    }
}
