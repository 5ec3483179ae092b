package dev.latentloom.app.cli;

import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.MiniatureTasks;
import dev.latentloom.engine.task.Split;
import dev.latentloom.resources.Messages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code questions TASK}: items of a task with their exact answers, one JSON object a line. */
@Command(name = "questions", description = "${bundle:cli.questions}")
final class QuestionsCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "TASK", description = "${bundle:cli.questions.task}")
    private String task = "";

    @Option(names = "--count", required = true, description = "${bundle:cli.questions.count}")
    private int count;

    @Option(names = "--split", description = "${bundle:cli.questions.split}")
    private Split split = Split.TEST;

    QuestionsCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (count < 0) {
            throw root.wrongUse(Messages.text("cli.questions.negative", count));
        }
        List<Question> questions = task(root, task).questions(split, count, root.seed());
        Console console = root.console();
        if (questions.size() < count) {
            console.say(Messages.text("cli.questions.fewer", task, questions.size(), count));
        }
        questions.forEach(question -> console.object(fields(question)));
        return ExitStatus.DONE;
    }

    /** The task of this name; wrong use where there is none. */
    static MiniatureTask task(RootCommand root, String name) {
        return MiniatureTasks.named(name)
                .orElseThrow(
                        () ->
                                root.wrongUse(
                                        Messages.text(
                                                "cli.noTask",
                                                name,
                                                String.join(", ", MiniatureTasks.NAMES))));
    }

    private static Map<String, Object> fields(Question question) {
        Map<String, Object> fields = new LinkedHashMap<>(question.sortedFields());
        fields.put("id", question.id());
        fields.put("question", question.text());
        fields.put("answer", question.answer());
        return fields;
    }
}
