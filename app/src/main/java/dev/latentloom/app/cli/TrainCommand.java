package dev.latentloom.app.cli;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code train PROJECT}: trains the links of a project's team. */
@Command(name = "train", description = "${bundle:cli.train}")
final class TrainCommand extends JobCommand {
    @Parameters(paramLabel = "PROJECT", description = "${bundle:cli.project}")
    private String project = "";

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--recipe",
            required = true,
            paramLabel = "NAME",
            description = "${bundle:cli.train.recipe}")
    private String recipe = "";

    @Option(
            names = "--stage",
            paramLabel = "inner|outer",
            description = "${bundle:cli.train.stage}")
    private @Nullable String stage;

    @Option(names = "--from", paramLabel = "NAME", description = "${bundle:cli.train.from}")
    private @Nullable String from;

    @Option(names = "--resume", paramLabel = "RUN", description = "${bundle:cli.train.resume}")
    private @Nullable String resume;

    @Option(names = "--use", description = "${bundle:cli.train.use}")
    private boolean use;

    @Option(names = "--set", paramLabel = "key=value", description = "${bundle:cli.train.set}")
    private Map<String, String> changes = new LinkedHashMap<>();

    TrainCommand(RootCommand root) {
        super(root);
    }

    @Override
    Optional<String> goingOn(String run) {
        return Optional.of(Messages.text("cli.train.goOn", project, recipe, run));
    }

    @Override
    RunSpec spec() {
        if (stage != null && !stage.equals("inner") && !stage.equals("outer")) {
            throw root().wrongUse(Messages.text("cli.train.noStage", stage));
        }
        return new RunSpec.Train(
                Runners.project(project),
                data.graph(),
                recipe,
                stage,
                data.data(),
                data.fields(root()),
                from,
                resume,
                use,
                changes,
                root().givenSeed());
    }
}
