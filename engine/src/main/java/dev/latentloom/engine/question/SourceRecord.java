package dev.latentloom.engine.question;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One record of a data file.
 *
 * @param line its line in the file, from 1
 * @param fields values by name, in the file's order
 */
record SourceRecord(int line, Map<String, JsonNode> fields) {
    /** A field's value as text: words as they are, all else as JSON; empty where it is missing. */
    String text(String name) {
        JsonNode value = fields.get(name);
        return value == null ? "" : text(value);
    }

    static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** All fields as text but these. */
    Map<String, String> others(Set<String> taken) {
        Map<String, String> others = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> {
                    if (!taken.contains(name)) {
                        others.put(name, text(value));
                    }
                });
        return others;
    }
}
