package dev.latentloom.engine.train;

import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.AnswerCheck;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.Split;
import dev.latentloom.engine.task.TaskItem;
import dev.latentloom.engine.task.Turn;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A miniature task as training data: its train split, and part of its validation split. */
final class TaskData implements TrainingData {
    private final MiniatureTask task;
    private final List<Question> judged;

    TaskData(MiniatureTask task, int validation) {
        this.task = task;
        this.judged = task.questions(Split.VALIDATION, validation, 0);
    }

    @Override
    public String name() {
        return "task " + task.name();
    }

    @Override
    public List<Question> draw(int count, RandomGenerator random) {
        return Stream.generate(() -> task.trainingItem(random))
                .limit(count)
                .map(TaskItem::question)
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

    @Override
    public Optional<String> text(Question question, int round, String agent) {
        return task.trace(question, round).stream()
                .filter(turn -> turn.round() == round && turn.agent().equals(agent))
                .map(Turn::message)
                .findFirst();
    }
}
