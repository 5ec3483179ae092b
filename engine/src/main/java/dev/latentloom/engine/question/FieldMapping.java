package dev.latentloom.engine.question;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which field of a record is what.
 *
 * @param question field with the question's text
 * @param answer field with the expected answer; null where the data has none
 * @param id field with the record's id; null where ids come from the text
 * @param options field with the options of a multiple choice; null where there are none
 */
public record FieldMapping(
        String question, @Nullable String answer, @Nullable String id, @Nullable String options) {
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
    private static final List<String> OPTIONS = List.of("options", "choices");

    /** The mapping that names like these suggest; empty where none is a question. */
    public static Optional<FieldMapping> guess(Collection<String> names) {
        String question = first(QUESTION, names);
        return question == null
                ? Optional.empty()
                : Optional.of(
                        new FieldMapping(
                                question,
                                first(ANSWER, names),
                                first(ID, names),
                                first(OPTIONS, names)));
    }

    private static @Nullable String first(List<String> known, Collection<String> names) {
        return known.stream().filter(names::contains).findFirst().orElse(null);
    }
}
