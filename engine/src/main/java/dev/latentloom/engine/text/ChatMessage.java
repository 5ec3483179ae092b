package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One message of a chat.
 *
 * @param fields what the template sees, {@code role} and {@code content} first; values are of the
 *     kinds JSON has, or Jackson's nodes
 */
public record ChatMessage(Map<String, Object> fields) {
    public ChatMessage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A message of plain text. */
    public static ChatMessage of(String role, String content) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", role);
        fields.put("content", content);
        return new ChatMessage(fields);
    }

    /** A message as JSON writes it, with every field it has, such as {@code tool_calls}. */
    public static ChatMessage ofJson(JsonNode message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        message.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return new ChatMessage(fields);
    }
}
