package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods of a mapping that change nothing. */
final class MapMethods {
    private MapMethods() {}

    /** The method called {@code name}, null when there is none. */
    static @Nullable Function find(Map<?, ?> map, String name) {
        return switch (name) {
            case "items" -> parameters -> items(map);
            case "keys" -> parameters -> new ArrayList<>(map.keySet());
            case "values" -> parameters -> new ArrayList<>(map.values());
            case "copy" -> parameters -> new LinkedHashMap<>(map);
            case "get" ->
                    parameters -> {
                        Object value = map.get(parameters.need(0, "key"));
                        return value == null ? parameters.get(1, "default", None.NONE) : value;
                    };
            case "update", "pop", "popitem", "clear", "setdefault" ->
                    parameters -> {
                        throw JinjaException.runtime("a template may not change a mapping");
                    };
            default -> null;
        };
    }

    /** Pairs of key and value. */
    static List<Object> items(Map<?, ?> map) {
        List<Object> pairs = new ArrayList<>(map.size());
        map.forEach((key, value) -> pairs.add(new Tuple(List.of(key, value))));
        return pairs;
    }
}
