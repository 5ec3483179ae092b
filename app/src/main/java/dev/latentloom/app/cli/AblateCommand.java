package dev.latentloom.app.cli;

import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/** {@code ablate PROJECT}: accuracy over latent steps m and rounds n. */
@Command(name = "ablate", description = "${bundle:cli.ablate}")
final class AblateCommand extends JobCommand {
    @Parameters(paramLabel = "PROJECT", description = "${bundle:cli.project}")
    private String project = "";

    @Option(
            names = "--steps",
            required = true,
            split = ",",
            paramLabel = "m",
            description = "${bundle:cli.ablate.steps}")
    private List<Integer> steps = List.of();

    @Option(
            names = "--rounds",
            split = ",",
            paramLabel = "n",
            description = "${bundle:cli.ablate.rounds}")
    private List<Integer> rounds = List.of();

    @Option(names = "--seeds", paramLabel = "k", description = "${bundle:cli.ablate.seeds}")
    private int seeds = 1;

    @Mixin private RunOptions options = new RunOptions();

    AblateCommand(RootCommand root) {
        super(root);
    }

    @Override
    RunSpec spec() {
        RunOptions.least(root(), "--seeds", seeds, 1);
        steps.forEach(one -> RunOptions.least(root(), "--steps", one, 0));
        rounds.forEach(one -> RunOptions.least(root(), "--rounds", one, 1));
        RunSettings settings = options.settings(root(), null, null);
        return new RunSpec.Ablate(
                Runners.project(project),
                options.graph(),
                steps,
                rounds,
                seeds,
                options.data(),
                options.fields(root()),
                options.limit(),
                settings);
    }
}
