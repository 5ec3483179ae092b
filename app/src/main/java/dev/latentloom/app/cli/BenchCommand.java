package dev.latentloom.app.cli;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.RandomCheckpoint;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code bench}: how fast this machine reads, decodes and thinks with a model. */
@Command(name = "bench", description = "${bundle:cli.bench}")
final class BenchCommand implements Callable<Integer> {
    private static final int SEED = 1; // of random weights, which have no influence on the speed

    private final RootCommand root;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** What is measured: a model or a shape. */
    private static final class Source {
        @Option(names = "--model", paramLabel = "DIR", description = "${bundle:cli.bench.model}")
        private @Nullable String model;

        @Option(names = "--shape", paramLabel = "NAME", description = "${bundle:cli.bench.shape}")
        private @Nullable String shape;
    }

    @Option(names = "--prompt", paramLabel = "N", description = "${bundle:cli.bench.prompt}")
    private int prompt = 128;

    @Option(names = "--new", paramLabel = "N", description = "${bundle:cli.generate.new}")
    private int newTokens = 32;

    @Option(names = "--latent", paramLabel = "M", description = "${bundle:cli.bench.latent}")
    private int latent = 32;

    @Option(names = "--reps", paramLabel = "K", description = "${bundle:cli.bench.reps}")
    private int reps = 3;

    BenchCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        RunOptions.least(root, "--prompt", prompt, 1);
        RunOptions.least(root, "--new", newTokens, 1);
        RunOptions.least(root, "--latent", latent, 1);
        RunOptions.least(root, "--reps", reps, 1);
        try (EngineSession session = EngineSession.start(root)) {
            JobMonitor monitor = new CommandMonitor(root);
            Path folder = folder(session, monitor);
            int hidden = LmConfig.read(folder).hidden();
            BenchRun run =
                    new BenchRun(
                            folder,
                            session.device(),
                            root.type(),
                            new BenchRun.Amounts(prompt, newTokens, latent, reps));
            root.console().stage(Messages.text("cli.bench.stage", folder));
            root.console().summary(session.call(hidden, () -> run.measure(monitor)));
        }
        return ExitStatus.DONE;
    }

    private Path folder(EngineSession session, JobMonitor monitor)
            throws WorkbenchException, InterruptedException {
        if (source.model != null) {
            return LocalModels.ofThisMachine().resolve(source.model, Path.of(""));
        }
        String name = String.valueOf(source.shape);
        BenchShape shape = BenchShape.named(name).orElseThrow(() -> unknown(name));
        Path folder = root.places().cache().resolve("bench").resolve(shape.id());
        // the index is written last: where it is, all shards are
        if (!Files.exists(folder.resolve("model.safetensors.index.json"))) {
            root.console().stage(Messages.text("cli.bench.writing", folder));
            session.call(
                    1,
                    () -> {
                        RandomCheckpoint.write(folder, shape.configJson(), SEED, monitor);
                        return folder;
                    });
        }
        return folder;
    }

    private RuntimeException unknown(String name) {
        String known =
                Arrays.stream(BenchShape.values())
                        .map(BenchShape::id)
                        .collect(Collectors.joining(", "));
        return root.wrongUse(Messages.text("cli.bench.noShape", name, known));
    }
}
