package dev.latentloom.app.cli;

import dev.latentloom.app.Places;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.resources.Messages;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** The program itself, with the options every command has; they work before and after its name. */
@Command(
        name = "latentloom",
        description = "${bundle:cli.latentloom}",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        scope = ScopeType.INHERIT,
        sortOptions = false)
final class RootCommand implements Callable<Integer> {
    private static final Map<String, DType> TYPES =
            Map.of("f32", DType.F32, "bf16", DType.BF16, "f16", DType.F16);

    private final Interruption interruption;
    private final Console console;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.home}")
    private @Nullable Path home;

    @Option(
            names = "--device",
            paramLabel = "cpu|cuda:N",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.device}")
    private String device = "cpu";

    @Option(
            names = "--dtype",
            paramLabel = "f32|bf16|f16",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.dtype}")
    private String dtype = "f32";

    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.threads}")
    private @Nullable Integer threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.seed}")
    private @Nullable Long seed;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "${bundle:cli.option.json}")
    private boolean json;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.quiet}")
    private boolean quiet;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "${bundle:cli.option.debug}")
    private boolean debug;

    RootCommand(Interruption interruption, Console console) {
        this.interruption = interruption;
        this.console = console;
    }

    /** Without a command: wrong use. */
    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        return new TerminalSample(this).run();
    }

    /** The exception for options that do not go together or have no such value. */
    ParameterException wrongUse(String said) {
        if (spec == null) {
            throw new IllegalStateException(said);
        }
        return new ParameterException(spec.commandLine(), said);
    }

    /** Where results and progress go, set as the options say. */
    Console console() {
        console.set(json, quiet);
        return console;
    }

    Interruption interruption() {
        return interruption;
    }

    Places places() {
        return Places.of(home);
    }

    String device() {
        return device;
    }

    /** Type the models compute in. */
    DType type() {
        DType type = TYPES.get(dtype.toLowerCase(Locale.ROOT));
        if (type == null) {
            throw wrongUse(Messages.text("cli.noDtype", dtype));
        }
        return type;
    }

    /** Threads of one operation; null means: by the model's width. */
    @Nullable Integer threads() {
        if (threads != null && threads < 1) {
            throw wrongUse(Messages.text("cli.noThreads", threads));
        }
        return threads;
    }

    /** Seed of everything random, 0 where none was given. */
    long seed() {
        return seed == null ? 0 : seed;
    }

    /** The seed as it was given; null where it was not. */
    @Nullable Long givenSeed() {
        return seed;
    }

    /** Whether traces of failures go to the log file. */
    boolean debug() {
        return debug;
    }
}
