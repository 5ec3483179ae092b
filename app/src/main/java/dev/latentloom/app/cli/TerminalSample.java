package dev.latentloom.app.cli;

import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.MiniatureTasks;
import dev.latentloom.engine.task.Split;
import dev.latentloom.resources.Messages;

import java.nio.file.Path;
import java.util.List;

/** The first sample without a window: one question in text and in latent space, with the ledger. */
final class TerminalSample {
    private static final String SAMPLE = "relay";

    private final RootCommand root;

    TerminalSample(RootCommand root) {
        this.root = root;
    }

    /** Asks; gives the exit status. */
    int run() throws WorkbenchException, InterruptedException {
        Console console = root.console();
        console.say(Messages.text("cli.noDisplay"));
        MiniatureTask task = MiniatureTasks.named(SAMPLE).orElseThrow();
        Question question = task.questions(Split.TEST, 1, root.seed()).getFirst();
        console.line(Messages.text("cli.sample.asked", question.text(), question.answer()));
        Path project = Runners.samples().resolve(SAMPLE);
        int worst = ExitStatus.DONE;
        try (JobRunner runner = Runners.local(root)) {
            for (RunMode mode : List.of(RunMode.TEXT, RunMode.LATENT)) {
                console.line(Messages.text("cli.sample." + mode.name()));
                RunSettings settings = RunSettings.of(mode, null, root.seed());
                JobPrinter printer = new JobPrinter(console, false);
                JobHandle handle =
                        runner.submit(
                                new RunSpec.Answer(project, null, question.text(), settings),
                                printer);
                root.interruption().onAsk(handle::cancel);
                handle.await();
                worst = Math.max(worst, printer.status());
            }
        }
        return worst;
    }
}
