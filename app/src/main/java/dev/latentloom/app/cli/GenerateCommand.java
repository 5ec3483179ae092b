package dev.latentloom.app.cli;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/** {@code generate MODEL}: lets one checkpoint speak. */
@Command(name = "generate", description = "${bundle:cli.generate}")
final class GenerateCommand extends JobCommand {
    @Parameters(paramLabel = "MODEL", description = "${bundle:cli.generate.model}")
    private String model = "";

    @Option(
            names = "--prompt",
            required = true,
            paramLabel = "TEXT",
            description = "${bundle:cli.generate.prompt}")
    private String prompt = "";

    @Option(names = "--chat", description = "${bundle:cli.generate.chat}")
    private boolean chat;

    @Option(names = "--raw", description = "${bundle:cli.generate.raw}")
    private boolean raw;

    @Option(names = "--new", paramLabel = "N", description = "${bundle:cli.generate.new}")
    private int newTokens = 128;

    @Option(names = "--temperature", paramLabel = "T", description = "${bundle:cli.temperature}")
    private double temperature;

    GenerateCommand(RootCommand root) {
        super(root);
    }

    @Override
    boolean streams() {
        return true;
    }

    @Override
    RunSpec spec() throws WorkbenchException {
        if (newTokens < 0 || !(temperature >= 0)) {
            throw root().wrongUse(Messages.text("cli.generate.negative"));
        }
        Path folder = LocalModels.ofThisMachine().resolve(model, Path.of(""));
        return new RunSpec.Generate(
                folder, prompt, chat, raw, newTokens, temperature, root().seed());
    }
}
