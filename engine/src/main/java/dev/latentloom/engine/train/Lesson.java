package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What links learn from in one iteration.
 *
 * @param questions fresh ones
 * @param span what is unrolled and which links learn
 * @param rate learning rate
 * @param random of this iteration alone, so that a resumed training draws the same
 */
record Lesson(List<Question> questions, Span span, double rate, RandomGenerator random) {
    Lesson {
        questions = List.copyOf(questions);
    }
}
