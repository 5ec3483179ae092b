package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.AnswerCheck;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.Split;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Questions to learn from and to be judged by; the two never meet. */
public interface TrainingData {
    /** Draws questions to learn from. */
    List<Question> draw(int count, RandomGenerator random);

    /** Questions to be judged by. */
    List<Question> validation();

    /** Says which answers are right. */
    AnswerCheck check();

    /** The train split of a task, judged by {@code validation} items of its validation split. */
    static TrainingData of(MiniatureTask task, int validation) {
        List<Question> judged = task.questions(Split.VALIDATION, validation, 0);
        return new TrainingData() {
            @Override
            public List<Question> draw(int count, RandomGenerator random) {
                return Stream.generate(() -> task.trainingItem(random).question())
                        .limit(count)
                        .toList();
            }

            @Override
            public List<Question> validation() {
                return judged;
            }

            @Override
            public AnswerCheck check() {
                return AnswerCheck.of(task);
            }
        };
    }

    /** Given questions, each part as it is. */
    static TrainingData of(List<Question> train, List<Question> validation, AnswerCheck check) {
        return new TrainingData() {
            @Override
            public List<Question> draw(int count, RandomGenerator random) {
                return Stream.generate(() -> train.get(random.nextInt(train.size())))
                        .limit(count)
                        .toList();
            }

            @Override
            public List<Question> validation() {
                return validation;
            }

            @Override
            public AnswerCheck check() {
                return check;
            }
        };
    }
}
