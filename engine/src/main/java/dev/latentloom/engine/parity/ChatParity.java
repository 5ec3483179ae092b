package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.text.ChatMessage;
import dev.latentloom.engine.text.ChatOptions;
import dev.latentloom.engine.text.ChatTemplate;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds chat templates against {@code chat_cases.json}: the prompts they must render, and the chats
 * they must refuse with the template's own message. One comparison per case.
 */
final class ChatParity {
    private static final String PART = "chat";

    private final Path folder;
    private final JsonNode golden;
    private final LocalDateTime now;

    ChatParity(Path folder, JsonNode golden) {
        this.folder = folder;
        this.golden = golden;
        this.now = LocalDateTime.parse(golden.path("now").asText("1970-01-01T00:00:00"));
    }

    List<Comparison> compare() throws IOException {
        List<Comparison> results = new ArrayList<>();
        for (JsonNode item : golden.path("cases")) {
            String model = item.path("model").asText();
            results.add(
                    Comparison.ofEquality(
                            PART, model, item.path("case").asText(), problem(item, model)));
        }
        return results;
    }

    private @Nullable String problem(JsonNode item, String model) throws IOException {
        JsonNode about = golden.path("models").path(model);
        Path file = folder.resolve(about.path("template").asText());
        Map<String, String> tokens = new HashMap<>();
        for (String name : new String[] {"bos_token", "eos_token"}) {
            if (about.path(name).isTextual()) {
                tokens.put(name, about.path(name).asText());
            }
        }
        boolean refused = item.has("error");
        try {
            ChatTemplate template = ChatTemplate.of(Files.readString(file), file, tokens);
            String text = template.render(messages(item), options(item));
            return refused
                    ? "had to be refused but gave a text"
                    : new Differences().equal("text", item.path("expected"), text).first();
        } catch (WorkbenchException e) {
            return refused ? wrongRefusal(item, e) : String.valueOf(e.getMessage());
        }
    }

    private static List<ChatMessage> messages(JsonNode item) {
        List<ChatMessage> messages = new ArrayList<>();
        item.path("messages").forEach(message -> messages.add(ChatMessage.ofJson(message)));
        return messages;
    }

    private ChatOptions options(JsonNode item) {
        List<JsonNode> tools = new ArrayList<>();
        item.path("tools").forEach(tools::add);
        JsonNode thinking = item.path("enable_thinking");
        return new ChatOptions(
                item.path("add_generation_prompt").asBoolean(),
                tools,
                thinking.isBoolean() ? thinking.asBoolean() : null,
                Map.of(),
                now);
    }

    /** Only what the template itself raises has words that can be compared. */
    private static @Nullable String wrongRefusal(JsonNode item, WorkbenchException e) {
        if (!item.path("error_kind").asText().equals("TemplateError")) {
            return null;
        }
        boolean raised = e.key().equals("text.templateRaised");
        Object words = raised ? e.arguments().get(1) : e.key();
        return new Differences().equal("message", item.path("error"), words).first();
    }
}
