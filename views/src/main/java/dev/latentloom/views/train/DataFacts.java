package dev.latentloom.views.train;

import dev.latentloom.engine.question.Question;

import java.util.List;

/**
 * What a training would learn from.
 *
 * @param questions the questions that were looked at
 * @param shared how many of them are, word for word, also among the test items
 * @param testItems how many test items there are
 */
public record DataFacts(List<Question> questions, int shared, int testItems) {
    public DataFacts {
        questions = List.copyOf(questions);
    }

    /** Words of each question. */
    List<Integer> lengths() {
        return questions.stream()
                .map(question -> question.text().strip().split("\\s+", -1).length)
                .toList();
    }
}
