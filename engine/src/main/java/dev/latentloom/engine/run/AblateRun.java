package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.stats.Proportion;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Accuracy over latent steps m and rounds n for several seeds, always on the same items. Each
 * cell's items go to a file of their own.
 */
final class AblateRun {
    private final RunSpec.Ablate spec;
    private final RunnableProject project;
    private final JobContext context;
    private int done;

    AblateRun(RunSpec.Ablate spec, RunnableProject project, JobContext context) {
        this.spec = spec;
        this.project = project;
        this.context = context;
    }

    /** Runs every cell. */
    void run() throws WorkbenchException {
        List<Question> all = project.questions(spec.data(), spec.fields());
        Integer limit = spec.limit();
        int count = limit == null ? all.size() : Math.min(limit, all.size());
        List<String> sets = sets(spec.settings());
        List<Integer> allRounds = rounds();
        RunSettings first =
                settings(
                        sets.isEmpty() ? null : sets.getFirst(),
                        spec.steps().getFirst(),
                        allRounds.getFirst(),
                        0);
        RunChoices plain = project.defaults().choices(first, project.graph());
        context.notes().note("choices", plain);
        context.notes().note("sampling", plain.speaking().settled(project.graph()));
        boolean latent = plain.mode() == RunMode.LATENT;
        try (TeamSession session = TeamSession.open(project, latent, context)) {
            UnknownWords.tell(session.team(), all.subList(0, count), context.monitor());
            for (int seed = 0; seed < spec.seeds(); seed++) {
                for (int rounds : allRounds) {
                    for (int steps : spec.steps()) {
                        String links = sets.isEmpty() ? null : sets.get(seed);
                        RunSettings cell = settings(links, steps, rounds, seed);
                        cell(session, cell, all.subList(0, count), all.subList(count, all.size()));
                    }
                }
            }
        }
    }

    private List<Integer> rounds() {
        return spec.rounds().isEmpty() ? List.of(project.graph().rounds()) : spec.rounds();
    }

    /**
     * Link sets NAME-1 … NAME-k where the project has them, for a set NAME or NAME-i; else none.
     * Either is said.
     *
     * @throws WorkbenchException where it has fewer
     */
    private List<String> sets(RunSettings given) throws WorkbenchException {
        String name = given.links() == null ? project.defaults().links() : given.links();
        if (name == null || (given.mode() != null && given.mode() != RunMode.LATENT)) {
            return List.of();
        }
        List<String> available = project.defaults().available();
        if (spec.seeds() == 1 && available.contains(name)) {
            return List.of();
        }
        for (String stem : List.of(name, name.replaceFirst("-\\d+$", ""))) {
            List<String> sets =
                    IntStream.rangeClosed(1, spec.seeds()).mapToObj(i -> stem + "-" + i).toList();
            List<String> there = sets.stream().filter(available::contains).toList();
            if (there.equals(sets)) {
                context.monitor()
                        .event(
                                new RunEvent.Stage(
                                        "run.seedsOfLinks", List.of(String.join(", ", sets))));
                return sets;
            }
            if (there.contains(sets.getFirst())) {
                throw new WorkbenchException(
                        "run.fewerSeeds", spec.seeds(), there.size(), String.join(", ", there));
            }
        }
        if (spec.seeds() > 1) {
            context.monitor().event(new RunEvent.Warning("run.seedsOfRunning", List.of(name)));
        }
        return List.of();
    }

    private RunSettings settings(@Nullable String links, int m, int n, int seed) {
        RunSettings given = spec.settings();
        return new RunSettings(
                given.mode(),
                links == null ? given.links() : links,
                m,
                n,
                given.control(),
                given.handover(),
                given.tools(),
                given.maxNewTokens(),
                given.temperature(),
                given.topP(),
                given.batch(),
                given.seed() + seed,
                given.wires(),
                null,
                null);
    }

    private void cell(
            TeamSession session,
            RunSettings settings,
            List<Question> questions,
            List<Question> others)
            throws WorkbenchException {
        RunChoices choices = project.defaults().choices(settings, project.graph());
        Kept kept = new Kept();
        session.answer(choices, questions, others, kept, new Quiet(context.monitor()));
        Proportion accuracy = Proportion.wilson(kept.correct(), kept.judged());
        int steps = settings.steps() == null ? 0 : settings.steps();
        RunEvent.Cell cell =
                new RunEvent.Cell(
                        steps,
                        choices.rounds(),
                        settings.seed(),
                        kept.judged(),
                        accuracy.share(),
                        accuracy.low(),
                        accuracy.high());
        write(cell, kept);
        context.monitor().event(cell);
        done++;
        context.monitor()
                .progress(done, (long) spec.seeds() * rounds().size() * spec.steps().size());
    }

    private void write(RunEvent.Cell cell, Kept kept) throws WorkbenchException {
        Path file =
                context.folder()
                        .resolve("cells")
                        .resolve(
                                "m%d-n%d-seed%d.jsonl"
                                        .formatted(cell.steps(), cell.rounds(), cell.seed()));
        StringBuilder lines = new StringBuilder();
        kept.items().forEach(item -> lines.append(RunJson.line(item.event())).append('\n'));
        try {
            Files.createDirectories(context.folder().resolve("cells"));
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new WorkbenchException(e, "run.unwritable", file.toString(), e.toString());
        }
    }

    /** What commands print at the end. */
    Map<String, Object> summary(double seconds) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("cells", done);
        summary.put("secondsWall", seconds);
        return summary;
    }

    /** Passes on nothing of a cell's inner story, but the request to stop. */
    private record Quiet(JobMonitor monitor) implements JobMonitor {
        @Override
        public void event(RunEvent event) {
            if (event instanceof RunEvent.Warning) {
                monitor.event(event);
            }
        }

        @Override
        public boolean cancelled() {
            return monitor.cancelled();
        }

        @Override
        public void checkCancelled() {
            monitor.checkCancelled(); // where a paused job waits
        }
    }
}
