package dev.latentloom.engine.run;

import dev.latentloom.engine.question.Question;

import java.util.List;

/**
 * Whose turn it is, on what.
 *
 * @param round from 1
 * @param mate who takes it
 * @param questions the batch
 */
public record Turn(int round, Teammate mate, List<Question> questions) {
    public Turn {
        questions = List.copyOf(questions);
    }
}
