package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.nio.ByteBuffer;

/**
 * How a task's questions fall into splits, by a hash of their text alone.
 *
 * @param train per cent of the questions to train on
 * @param validation per cent to validate on; the rest is for testing
 */
public record SplitShares(int train, int validation) {
    /** The split of a question. */
    public Split of(String questionText) {
        int bucket =
                Math.floorMod(
                        ByteBuffer.wrap(Question.hash("split " + questionText)).getInt(), 100);
        if (bucket < train) {
            return Split.TRAIN;
        }
        return bucket < train + validation ? Split.VALIDATION : Split.TEST;
    }
}
