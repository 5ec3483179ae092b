package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a chat template gets besides the messages.
 *
 * @param addGenerationPrompt whether the text ends where the assistant begins to speak
 * @param tools descriptions of tools; empty: the template sees none
 * @param enableThinking value of {@code enable_thinking}; null leaves it undefined
 * @param variables further variables; they win over everything else
 * @param now what the template takes for the present
 */
public record ChatOptions(
        boolean addGenerationPrompt,
        List<JsonNode> tools,
        @Nullable Boolean enableThinking,
        Map<String, Object> variables,
        LocalDateTime now) {
    public ChatOptions {
        tools = List.copyOf(tools);
        variables = Map.copyOf(variables);
    }

    /** A generation prompt, no tools, and thinking switched off where the template knows it. */
    public static ChatOptions toAnswer(LocalDateTime now) {
        return new ChatOptions(true, List.of(), false, Map.of(), now);
    }
}
