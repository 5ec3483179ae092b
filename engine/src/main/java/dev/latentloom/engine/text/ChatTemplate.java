package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.text.jinja.JinjaException;
import dev.latentloom.engine.text.jinja.Template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text form of a chat as a model was trained on it, from its own Jinja template. */
public final class ChatTemplate {
    private final Path file;
    private final Template template;
    private final Map<String, String> tokens;

    private ChatTemplate(Path file, Template template, Map<String, String> tokens) {
        this.file = file;
        this.template = template;
        this.tokens = Map.copyOf(tokens);
    }

    /**
     * Reads the template of a model folder: {@code chat_template.jinja}, else {@code chat_template}
     * of {@code tokenizer_config.json}. Empty where the model has none.
     */
    public static Optional<ChatTemplate> load(Path folder) throws WorkbenchException {
        Map<String, String> tokens = SpecialTokens.load(folder).named();
        Path own = folder.resolve("chat_template.jinja");
        if (Files.exists(own)) {
            String source = new String(TextFiles.bytes(own), StandardCharsets.UTF_8);
            return Optional.of(of(source, own, tokens));
        }
        Path config = folder.resolve("tokenizer_config.json");
        Optional<JsonNode> json = TextFiles.optionalObject(config);
        if (json.isEmpty() || json.get().path("chat_template").isMissingNode()) {
            return Optional.empty();
        }
        JsonNode field = json.get().path("chat_template");
        return field.isNull()
                ? Optional.empty()
                : Optional.of(of(source(field, config), config, tokens));
    }

    /** A text, or a list of named texts among which one is called default. */
    private static String source(JsonNode field, Path config) throws WorkbenchException {
        if (field.isTextual()) {
            return field.asText();
        }
        if (field.isArray()) {
            for (JsonNode named : field) {
                if (named.path("name").asText().equals("default")
                        && named.path("template").isTextual()) {
                    return named.path("template").asText();
                }
            }
        }
        throw new WorkbenchException("text.templateForm", config.toString());
    }

    /**
     * Reads a template from its source.
     *
     * @param file where it came from, for messages
     * @param tokens special tokens by name, such as {@code bos_token}
     */
    public static ChatTemplate of(String source, Path file, Map<String, String> tokens)
            throws WorkbenchException {
        try {
            return new ChatTemplate(file, Template.parse(source), tokens);
        } catch (JinjaException e) {
            throw failure(file, e);
        }
    }

    /** The text of a chat; the exception tells why the template refuses it. */
    public String render(List<ChatMessage> messages, ChatOptions options)
            throws WorkbenchException {
        Map<String, Object> variables = new HashMap<>(tokens);
        variables.put("messages", messages.stream().map(ChatMessage::fields).toList());
        variables.put("add_generation_prompt", options.addGenerationPrompt());
        if (!options.tools().isEmpty()) {
            variables.put("tools", options.tools());
        }
        Boolean thinking = options.enableThinking();
        if (thinking != null) {
            variables.put("enable_thinking", thinking);
        }
        variables.putAll(options.variables());
        for (String absent : new String[] {"tools", "documents"}) {
            variables.putIfAbsent(absent, NullNode.instance);
        }
        try {
            return template.render(variables, options.now());
        } catch (JinjaException e) {
            throw failure(file, e);
        }
    }

    private static WorkbenchException failure(Path file, JinjaException e) {
        String key =
                switch (e.kind()) {
                    case SYNTAX -> "text.templateSyntax";
                    case RAISED -> "text.templateRaised";
                    case LIMIT -> "text.templateLimit";
                    case RUNTIME -> "text.templateFailed";
                };
        return new WorkbenchException(e, key, file.toString(), e.message(), e.line());
    }
}
