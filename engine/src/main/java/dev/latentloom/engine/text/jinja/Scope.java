package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Names visible at one place; what is not set here is looked up in the scope around. */
final class Scope {
    private final Map<String, Object> names = new HashMap<>();
    private final @Nullable Scope around;

    Scope(@Nullable Scope around) {
        this.around = around;
    }

    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            Object value = scope.names.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined(name);
    }

    void set(String name, Object value) {
        names.put(name, value);
    }
}
