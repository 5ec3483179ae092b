package dev.latentloom.engine.question;

import java.util.List;

/**
 * Questions that are asked together.
 *
 * @param name file name without ending, or the task's name
 * @param questions in their order
 */
public record QuestionSet(String name, List<Question> questions) {
    public QuestionSet {
        questions = List.copyOf(questions);
    }

    public int size() {
        return questions.size();
    }

    /** The first {@code count} of them. */
    public QuestionSet first(int count) {
        return new QuestionSet(name, questions.subList(0, Math.min(count, questions.size())));
    }
}
