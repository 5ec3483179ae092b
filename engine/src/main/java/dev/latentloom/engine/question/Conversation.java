package dev.latentloom.engine.question;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that holds a conversation instead of fields: OpenAI's {@code messages} or ShareGPT's
 * {@code conversations}. The last user turn is the question, the assistant's turn after it the
 * answer.
 *
 * @param system system sentence, may be empty
 * @param question text of the last user turn
 * @param answer text of the assistant's turn after it, may be empty
 */
record Conversation(String system, String question, String answer) {
    private static final Set<String> USER = Set.of("user", "human");
    private static final Set<String> ASSISTANT = Set.of("assistant", "gpt", "model", "chatgpt");

    /** The conversation in a record, if it holds one with a user turn. */
    static Optional<Conversation> of(SourceRecord source) {
        JsonNode messages = source.fields().get("messages");
        if (messages != null && messages.isArray()) {
            return read(messages, "role", "content");
        }
        JsonNode turns = source.fields().get("conversations");
        return turns != null && turns.isArray() ? read(turns, "from", "value") : Optional.empty();
    }

    private static Optional<Conversation> read(JsonNode turns, String who, String what) {
        String system = "";
        String question = "";
        String answer = "";
        for (JsonNode turn : turns) {
            String speaker = turn.path(who).asText();
            String text = SourceRecord.text(turn.path(what));
            if (USER.contains(speaker)) {
                question = text;
                answer = "";
            } else if (ASSISTANT.contains(speaker)) {
                answer = text;
            } else if (speaker.equals("system")) {
                system = text;
            }
        }
        return question.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conversation(system, question, answer));
    }

    /** The question this makes. */
    Question toQuestion(String id) {
        String stable = id.isEmpty() ? Question.idOf(question) : id;
        return new Question(
                stable, question, answer, system.isEmpty() ? Map.of() : Map.of("system", system));
    }
}
