package dev.latentloom.engine.text.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one value a template may change: what {@code namespace(…)} makes. */
final class Namespace {
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    Object get(String name) {
        Object value = attributes.get(name);
        return value == null ? new Undefined(name) : value;
    }

    void set(String name, Object value) {
        attributes.put(name, value);
    }
}
