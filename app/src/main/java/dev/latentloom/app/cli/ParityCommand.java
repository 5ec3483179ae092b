package dev.latentloom.app.cli;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.parity.Comparison;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code parity DIR}: holds what the engine computes against a folder of reference values. */
@Command(name = "parity", description = "${bundle:cli.parity}")
final class ParityCommand implements Callable<Integer> {
    private final RootCommand root;

    @Parameters(paramLabel = "DIR", description = "${bundle:cli.parity.folder}")
    private Path folder = Path.of("");

    @Option(names = "--case", paramLabel = "NAME", description = "${bundle:cli.parity.case}")
    private @Nullable String name;

    @Option(
            names = "--part",
            paramLabel = "model|system|tokenizer|chat|official",
            description = "${bundle:cli.parity.part}")
    private @Nullable ParityPart part;

    ParityCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws WorkbenchException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new WorkbenchException("cli.noFolder", folder.toString());
        }
        ParityReport report = new ParityReport(root.console());
        try (EngineSession session = EngineSession.start(root)) {
            ParityCases cases = new ParityCases(folder, session, new CommandMonitor(root), name);
            for (ParityPart each : part == null ? List.of(ParityPart.values()) : List.of(part)) {
                cases.compare(each, results -> results.forEach(report::add));
            }
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "cli.unreadable", folder.toString(), String.valueOf(e.getMessage()));
        }
        if (report.empty()) {
            throw new WorkbenchException("cli.parity.nothing", folder.toString(), wanted());
        }
        return report.finish() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private String wanted() {
        String parts = part == null ? "" : part.name().toLowerCase(Locale.ROOT);
        return (parts + " " + (name == null ? "" : name)).strip();
    }

    /** Takes the results of one case. */
    interface Results {
        void take(List<Comparison> results);
    }
}
