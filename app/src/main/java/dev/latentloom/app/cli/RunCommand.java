package dev.latentloom.app.cli;

import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** {@code run PROJECT}: the team of a project answers. */
@Command(name = "run", description = "${bundle:cli.run}")
final class RunCommand extends JobCommand {
    @Parameters(paramLabel = "PROJECT", description = "${bundle:cli.project}")
    private String project = "";

    @Option(names = "--question", paramLabel = "TEXT", description = "${bundle:cli.run.question}")
    private @Nullable String question;

    @Option(names = "--steps", paramLabel = "m", description = "${bundle:cli.run.steps}")
    private @Nullable Integer steps;

    @Option(names = "--rounds", paramLabel = "n", description = "${bundle:cli.run.rounds}")
    private @Nullable Integer rounds;

    @Option(names = "--lens", paramLabel = "K", description = "${bundle:cli.run.lens}")
    private @Nullable Integer lens;

    @Mixin private RunOptions options = new RunOptions();

    RunCommand(RootCommand root) {
        super(root);
    }

    @Override
    RunSpec spec() {
        RunOptions.least(root(), "--lens", lens, 1);
        if (options.text()) {
            RunOptions.refuseInText(root(), "--steps", steps);
            RunOptions.refuseInText(root(), "--lens", lens);
        }
        RunSettings settings = options.settings(root(), steps, rounds).withLens(lens);
        Path folder = Runners.project(project);
        if (question == null) {
            return new RunSpec.Evaluate(
                    folder,
                    options.graph(),
                    options.data(),
                    options.fields(root()),
                    options.limit(),
                    settings);
        }
        if (options.data() != null) {
            throw root().wrongUse(Messages.text("cli.run.either"));
        }
        if (options.limit() != null) {
            throw root().wrongUse(Messages.text("cli.run.oneQuestion"));
        }
        if (question.isBlank()) {
            throw root().wrongUse(Messages.text("cli.run.blank"));
        }
        return new RunSpec.Answer(folder, options.graph(), question, settings);
    }
}
