package dev.latentloom.engine.text.jinja;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns values of the program into values of a template. */
final class Values {
    private Values() {}

    /** A JSON node, text, number, truth value, list or map with text keys; null becomes none. */
    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> None.NONE;
            case JsonNode node -> ofJson(node);
            case Integer n -> n.longValue();
            case Float f -> f.doubleValue();
            case List<?> list -> {
                List<Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(of(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<Object, Object> values = new LinkedHashMap<>();
                map.forEach((key, item) -> values.put(String.valueOf(key), of(item)));
                yield values;
            }
            case Boolean b -> b;
            case Long n -> n;
            case Double d -> d;
            case String s -> s;
            default ->
                    throw new IllegalArgumentException(
                            "templates know no values of " + value.getClass());
        };
    }

    private static Object ofJson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                node.properties().forEach(e -> map.put(e.getKey(), ofJson(e.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> items = new ArrayList<>(node.size());
                node.forEach(item -> items.add(ofJson(item)));
                yield items;
            }
            case STRING -> node.asText();
            case BOOLEAN -> node.asBoolean();
            case NUMBER ->
                    node.isIntegralNumber() && node.canConvertToLong()
                            ? (Object) node.asLong()
                            : (Object) node.asDouble();
            default -> None.NONE;
        };
    }
}
