package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

/**
 * A question of a miniature task.
 *
 * @param question with its exact answer
 * @param roundsNeeded the fewest rounds in which a faultless team can answer it
 * @param weight how often it is drawn, relative to others
 */
public record TaskItem(Question question, int roundsNeeded, double weight) {}
