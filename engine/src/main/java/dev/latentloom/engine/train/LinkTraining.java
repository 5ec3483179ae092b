package dev.latentloom.engine.train;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkOrigin;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.SamplerSettings;
import dev.latentloom.engine.run.Kept;
import dev.latentloom.engine.run.QuestionRunner;
import dev.latentloom.engine.run.RunChoices;
import dev.latentloom.engine.run.SpeakingSettings;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Trains the links of a team by a recipe: iterations, validation by real decoding, checkpoints. A
 * stopped or killed training goes on from its last checkpoint bit for bit (one thread, f32).
 */
public final class LinkTraining {
    private static final int WARM_UP = 10;
    private static final int VALIDATION_BATCH = 100;
    private static final String LAST = "last.safetensors";
    private static final String BEST = "best.safetensors";

    private final Team team;
    private final TrainingData data;
    private final Recipe recipe;
    private final long seed;

    public LinkTraining(Team team, TrainingData data, Recipe recipe, long seed) {
        this.team = team;
        this.data = data;
        this.recipe = recipe;
        this.seed = seed;
    }

    /**
     * Where a training begins and what it leaves.
     *
     * @param run folder for checkpoints
     * @param links folder the trained set is written to at the end
     * @param from links to start from; null means freshly initialised
     * @param resume whether to go on from the run's last checkpoint, if there is one yet
     */
    public record Places(Path run, Path links, @Nullable LinkSet from, boolean resume) {}

    /**
     * Trains to the end, on an engine thread, and keeps the links with the best validation
     * accuracy.
     *
     * @throws CancelledException when stopped; a checkpoint of the last whole iteration is written
     * @throws WorkbenchException where a loss is no number; the last good checkpoint stays
     */
    public TrainSummary run(Places places, JobMonitor monitor) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            String name = String.valueOf(places.links().getFileName());
            LinkSet links =
                    new LinkParameters(team, recipe, seed, scope).leaves(places.from(), name);
            LinkTrainer trainer = new OnPolicyTrainer(team, recipe, links, scope);
            return new Course(places, links, trainer, monitor).run();
        }
    }

    /** One training on its way. */
    private final class Course {
        private final Places places;
        private final LinkSet links;
        private final LinkTrainer trainer;
        private final JobMonitor monitor;
        private final TrainCheckpoint checkpoint;
        private final CosineSchedule schedule =
                new CosineSchedule(recipe.learningRate(), WARM_UP, recipe.iterations(), 0);
        private double loss = Double.NaN;
        private double best = -1;
        private int done;

        Course(Places places, LinkSet links, LinkTrainer trainer, JobMonitor monitor) {
            this.places = places;
            this.links = links;
            this.trainer = trainer;
            this.monitor = monitor;
            this.checkpoint = new TrainCheckpoint(links, trainer, settings());
        }

        private String settings() {
            return RunJson.line(Map.of("recipe", recipe, "seed", seed));
        }

        TrainSummary run() throws WorkbenchException {
            long start = System.nanoTime();
            if (places.resume() && TrainCheckpoint.exists(file(LAST))) {
                accept(checkpoint.read(file(LAST)));
            }
            try {
                while (done < recipe.iterations()) {
                    iterate();
                }
            } catch (CancelledException stopped) {
                write(LAST, false);
                throw stopped;
            }
            if (TrainCheckpoint.exists(file(BEST))) {
                checkpoint.read(file(BEST));
            }
            new LinkFolder(places.links()).write(links, origins());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new TrainSummary(done, loss, best, seconds);
        }

        private Path file(String name) {
            return places.run().resolve("checkpoints").resolve(name);
        }

        private void accept(TrainCheckpoint.Progress progress) {
            done = progress.iteration();
            best = progress.bestAccuracy();
        }

        private void iterate() throws WorkbenchException {
            monitor.checkCancelled();
            RandomGenerator random =
                    RandomGeneratorFactory.of(AgentPretraining.GENERATOR)
                            .create(seed * 0x9E3779B97F4A7C15L + done);
            Map<String, Double> told =
                    trainer.step(
                            data.draw(recipe.batch(), random),
                            schedule.rate(done),
                            random,
                            monitor);
            done++;
            tell(told);
            boolean last = done == recipe.iterations();
            if (last || (recipe.validateEvery() > 0 && done % recipe.validateEvery() == 0)) {
                validate();
            }
            if (last || done % recipe.checkpointEvery() == 0) {
                write(LAST, false);
            }
            monitor.progress(done, recipe.iterations());
        }

        private void tell(Map<String, Double> told) throws WorkbenchException {
            for (Map.Entry<String, Double> metric : told.entrySet()) {
                if (!Double.isFinite(metric.getValue())) {
                    throw new WorkbenchException("train.notANumber", metric.getKey(), done);
                }
                monitor.event(new RunEvent.MetricPoint(metric.getKey(), done, metric.getValue()));
            }
            loss =
                    told.entrySet().stream()
                            .filter(metric -> metric.getKey().startsWith("loss/"))
                            .mapToDouble(Map.Entry::getValue)
                            .average()
                            .orElse(Double.NaN);
            monitor.event(new RunEvent.MetricPoint("loss", done, loss));
            monitor.event(new RunEvent.MetricPoint("learningRate", done, schedule.rate(done - 1)));
        }

        private void validate() throws WorkbenchException {
            Kept kept = new Kept();
            new QuestionRunner(team, choices(), links, data.check())
                    .answer(data.validation(), List.of(), kept, new QuietMonitor(monitor));
            double accuracy = (double) kept.correct() / Math.max(1, kept.judged());
            monitor.event(new RunEvent.MetricPoint("accuracy/validation", done, accuracy));
            if (accuracy >= best) {
                best = accuracy;
                write(BEST, true);
            }
        }

        private RunChoices choices() {
            Integer rounds = recipe.rounds();
            return new RunChoices(
                    RunMode.LATENT,
                    links.name(),
                    recipe.steps(),
                    rounds == null ? team.graph().rounds() : rounds,
                    Control.NONE,
                    recipe.handover(),
                    true,
                    new SpeakingSettings(SamplerSettings.of(0, 1), null, 0),
                    VALIDATION_BATCH);
        }

        private void write(String name, boolean isBest) throws WorkbenchException {
            checkpoint.write(file(name), new TrainCheckpoint.Progress(done, best));
            monitor.event(new RunEvent.Checkpoint(places.run().toString(), done, isBest));
        }

        private Map<LinkKey, LinkOrigin> origins() {
            Map<LinkKey, LinkOrigin> origins = new HashMap<>();
            links.trainable()
                    .forEach(
                            link ->
                                    origins.put(
                                            link.getKey(),
                                            new LinkOrigin(null, null, recipe.name(), done, loss)));
            return origins;
        }
    }
}
