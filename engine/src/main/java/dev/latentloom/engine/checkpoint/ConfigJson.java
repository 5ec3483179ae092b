package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON object of a config.json whose values are in doubt. A key that is absent or null takes
 * the default; a value of the wrong kind or out of its range names file, key and what was expected.
 *
 * @param file where it was read
 * @param node the object
 */
record ConfigJson(Path file, JsonNode node) {

    /** Whether the key is there and not null. */
    boolean has(String key) {
        return node.hasNonNull(key);
    }

    /** The first of the keys that is there and not null, else the last. */
    String first(String... keys) {
        for (String key : keys) {
            if (has(key)) {
                return key;
            }
        }
        return keys[keys.length - 1];
    }

    /** A whole number in [1, max]; 8.0 counts as 8. */
    int count(String key, int ifAbsent, int max) throws WorkbenchException {
        return whole(key, ifAbsent, 1, max);
    }

    /** A whole number in [min, max]; 8.0 counts as 8. */
    int whole(String key, int ifAbsent, int min, int max) throws WorkbenchException {
        if (!has(key)) {
            return ifAbsent;
        }
        return whole(key, node.get(key), min, max);
    }

    private int whole(String key, JsonNode value, int min, int max) throws WorkbenchException {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (number != Math.rint(number) || !(number >= min && number <= max)) {
            throw bad(key, value, "a whole number from " + min + " to " + max);
        }
        return (int) number;
    }

    /** A number in [min, max]. */
    double number(String key, double ifAbsent, double min, double max) throws WorkbenchException {
        return has(key) ? number(key, node.get(key), min, max) : ifAbsent;
    }

    /** A number in [min, max], null where it is absent. */
    @Nullable Double numberOrNull(String key, double min, double max) throws WorkbenchException {
        return has(key) ? number(key, node.get(key), min, max) : null;
    }

    private double number(String key, JsonNode value, double min, double max)
            throws WorkbenchException {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= min && number <= max)) {
            throw bad(key, value, "a number from " + min + " to " + max);
        }
        return number;
    }

    boolean flag(String key, boolean ifAbsent) throws WorkbenchException {
        if (!has(key)) {
            return ifAbsent;
        }
        JsonNode value = node.get(key);
        if (!value.isBoolean()) {
            throw bad(key, value, "true or false");
        }
        return value.booleanValue();
    }

    String text(String key, String ifAbsent) throws WorkbenchException {
        if (!has(key)) {
            return ifAbsent;
        }
        JsonNode value = node.get(key);
        if (!value.isTextual()) {
            throw bad(key, value, "a text");
        }
        return value.textValue();
    }

    /** A nested object, null where it is absent. */
    @Nullable ConfigJson child(String key) throws WorkbenchException {
        if (!has(key)) {
            return null;
        }
        JsonNode value = node.get(key);
        if (!value.isObject()) {
            throw bad(key, value, "an object");
        }
        return new ConfigJson(file, value);
    }

    /** A list of exactly {@code size} texts, null where it is absent. */
    @Nullable List<String> texts(String key, int size) throws WorkbenchException {
        if (!has(key)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(key, size)) {
            if (!value.isTextual()) {
                throw bad(key, value, "a list of texts");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** A list of exactly {@code size} numbers in [min, max]. */
    List<Double> numbers(String key, int size, double min, double max) throws WorkbenchException {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : list(key, size)) {
            numbers.add(number(key, value, min, max));
        }
        return numbers;
    }

    /** One whole number from 0 on, or a list of them; empty where it is absent. */
    List<Integer> ids(String key) throws WorkbenchException {
        if (!has(key)) {
            return List.of();
        }
        JsonNode value = node.get(key);
        List<Integer> ids = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode id : value) {
                ids.add(whole(key, id, 0, Integer.MAX_VALUE));
            }
        } else {
            ids.add(whole(key, value, 0, Integer.MAX_VALUE));
        }
        return ids;
    }

    private JsonNode list(String key, int size) throws WorkbenchException {
        JsonNode value = node.path(key);
        if (!value.isArray() || value.size() != size) {
            throw bad(key, value, "a list of " + size + " values");
        }
        return value;
    }

    /** A value that cannot be: names the file, the key, the value and what was expected. */
    WorkbenchException bad(String key, Object value, String expected) {
        return new WorkbenchException(
                "checkpoint.configValue", file.toString(), key, shortened(value), expected);
    }

    /** A value that may be right, but that the engine does not compute. */
    WorkbenchException unsupported(String key, Object value, String known) {
        return new WorkbenchException(
                "checkpoint.configUnsupported", file.toString(), key, shortened(value), known);
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
