package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.AnswerCheck;
import dev.latentloom.engine.task.MiniatureTask;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Questions to learn from and to be judged by; the two never meet. */
public interface TrainingData {
    /** Draws questions to learn from. */
    List<Question> draw(int count, RandomGenerator random);

    /** Questions to be judged by. */
    List<Question> validation();

    /** Says which answers are right. */
    AnswerCheck check();

    /**
     * What an agent should say about a question.
     *
     * @param round from 1
     * @return empty where the data does not know
     */
    Optional<String> text(Question question, int round, String agent);

    /** What it is, for those who ask where a link comes from. */
    String name();

    /** The train split of a task, judged by {@code validation} items of its validation split. */
    static TrainingData of(MiniatureTask task, int validation) {
        return new TaskData(task, validation);
    }

    /**
     * Given questions, each part as it is; an agent's text stands in a field of its name.
     *
     * @param name of the file they are from
     */
    static TrainingData of(
            String name, List<Question> train, List<Question> validation, AnswerCheck check) {
        return new ListedData(name, train, validation, check);
    }
}
