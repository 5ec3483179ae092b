package dev.latentloom.app.cli;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.parity.Comparison;
import dev.latentloom.engine.parity.ModelParity;
import dev.latentloom.engine.parity.OfficialParity;
import dev.latentloom.engine.parity.SystemParity;
import dev.latentloom.engine.parity.TextParity;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the comparisons of a folder, case by case. */
final class ParityCases {
    private final Path folder;
    private final EngineSession session;
    private final JobMonitor monitor;
    private final @Nullable String only;

    /**
     * @param folder laid out like the golden references
     * @param only name of the one case wanted; null means all
     */
    ParityCases(Path folder, EngineSession session, JobMonitor monitor, @Nullable String only) {
        this.folder = folder;
        this.session = session;
        this.monitor = monitor;
        this.only = only;
    }

    /** Compares one part and tells the results of each case as they come. */
    void compare(ParityPart part, ParityCommand.Results told)
            throws IOException, WorkbenchException, InterruptedException {
        switch (part) {
            case MODEL -> models(told);
            case TOKENIZER, CHAT -> texts(part, told);
            case SYSTEM -> system(told);
            case OFFICIAL -> official(told);
        }
    }

    private void models(ParityCommand.Results told)
            throws IOException, WorkbenchException, InterruptedException {
        ModelParity parity = new ModelParity(folder, session.device());
        for (String name : wanted(parity.cases())) {
            began(name);
            int hidden = hidden(folder.resolve("models").resolve(name));
            told.take(session.call(hidden, () -> parity.compare(name, JobMonitor.NONE)));
        }
    }

    private void system(ParityCommand.Results told)
            throws IOException, WorkbenchException, InterruptedException {
        SystemParity parity = new SystemParity(folder, session.device());
        for (String name : wanted(parity.cases())) {
            began(name);
            told.take(session.call(1, () -> parity.compare(name)));
        }
    }

    private void official(ParityCommand.Results told)
            throws IOException, WorkbenchException, InterruptedException {
        if (!Files.isRegularFile(folder.resolve("official").resolve("index.json"))) {
            return;
        }
        began("official");
        OfficialParity parity = new OfficialParity(folder, session.device());
        told.take(named(session.call(1, parity::compare)));
    }

    private List<Comparison> named(List<Comparison> results) {
        return results.stream().filter(one -> only == null || only.equals(one.caseName())).toList();
    }

    private void texts(ParityPart part, ParityCommand.Results told) throws IOException {
        String kind = part.name().toLowerCase(Locale.ROOT);
        began(kind);
        List<Comparison> both = TextParity.compare(folder);
        told.take(named(both.stream().filter(one -> one.part().equals(kind)).toList()));
    }

    private List<String> wanted(List<String> names) {
        return names.stream().filter(name -> only == null || only.equals(name)).toList();
    }

    private void began(String name) {
        monitor.checkCancelled();
        monitor.event(new RunEvent.Stage("cli.parity.stage", List.of(name)));
    }

    /** Width of a case's model; where it cannot be read the comparison says so. */
    private static int hidden(Path model) {
        try {
            return LmConfig.read(model).hidden();
        } catch (WorkbenchException e) {
            return 1;
        }
    }
}
