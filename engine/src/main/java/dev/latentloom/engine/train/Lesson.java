package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What links learn from in one iteration.
 *
 * @param questions fresh ones
 * @param turns agent turns that are walked; 0 means all rounds
 * @param rate learning rate
 * @param random of this iteration alone, so that a resumed training draws the same
 */
record Lesson(List<Question> questions, int turns, double rate, RandomGenerator random) {
    Lesson {
        questions = List.copyOf(questions);
    }
}
