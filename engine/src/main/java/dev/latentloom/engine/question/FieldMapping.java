package dev.latentloom.engine.question;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which field of a record is what.
 *
 * @param question field with the question's text
 * @param answer field with the expected answer; null where the data has none
 * @param choices field with the options of a multiple choice; null where there are none
 * @param id field with the record's id; null where ids come from the text
 */
public record FieldMapping(
        String question, @Nullable String answer, @Nullable String choices, @Nullable String id) {
    /** What a field can be, as {@link #toMap} and the command line name it. */
    public static final List<String> ROLES = List.of("question", "answer", "choices", "id");

    private static final List<String> QUESTION =
            List.of("question", "problem", "query", "instruction", "prompt", "text", "input");
    private static final List<String> ANSWER =
            List.of(
                    "answer",
                    "answerKey",
                    "correct",
                    "final",
                    "output",
                    "solution",
                    "canonical_solution",
                    "code",
                    "target",
                    "label");
    private static final List<String> ID = List.of("id", "task_id", "unique_id", "question_id");
    private static final List<String> CHOICES = List.of("options", "choices");

    /** The mapping that names like these suggest; empty where none is a question. */
    public static Optional<FieldMapping> guess(Collection<String> names) {
        return of(Map.of(), names);
    }

    /**
     * The mapping that is given, and for the rest the one that names like these suggest; empty
     * where none is a question.
     *
     * @param given name of a field by role; an empty name means that the data has no such field
     */
    public static Optional<FieldMapping> of(Map<String, String> given, Collection<String> names) {
        String question = field("question", QUESTION, given, names);
        return question == null
                ? Optional.empty()
                : Optional.of(
                        new FieldMapping(
                                question,
                                field("answer", ANSWER, given, names),
                                field("choices", CHOICES, given, names),
                                field("id", ID, given, names)));
    }

    private static @Nullable String field(
            String role, List<String> usual, Map<String, String> given, Collection<String> names) {
        String named = given.get(role);
        if (named != null) {
            return named.isEmpty() ? null : named;
        }
        return usual.stream()
                .filter(names::contains)
                .filter(name -> !given.containsValue(name))
                .findFirst()
                .orElse(null);
    }

    /** The name of a field by role, in the order of {@link #ROLES}; empty where there is none. */
    public Map<String, String> toMap() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("question", question);
        fields.put("answer", answer == null ? "" : answer);
        fields.put("choices", choices == null ? "" : choices);
        fields.put("id", id == null ? "" : id);
        return fields;
    }
}
