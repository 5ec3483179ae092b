package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The methods of a list that change nothing. */
final class ListMethods {
    private ListMethods() {}

    /** The method called {@code name}, null when there is none. */
    static @Nullable Function find(List<?> list, String name) {
        return switch (name) {
            case "index" -> parameters -> index(list, parameters.need(0, "value"));
            case "count" -> parameters -> count(list, parameters.need(0, "value"));
            case "copy" -> parameters -> new ArrayList<>(list);
            case "append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse" ->
                    parameters -> {
                        throw JinjaException.runtime("a template may not change a list");
                    };
            default -> null;
        };
    }

    private static long index(List<?> list, Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (PyValue.equal(list.get(i), value)) {
                return i;
            }
        }
        throw JinjaException.runtime("the list does not hold " + PyRepr.repr(value));
    }

    private static long count(List<?> list, Object value) {
        return list.stream().filter(item -> PyValue.equal(item, value)).count();
    }
}
