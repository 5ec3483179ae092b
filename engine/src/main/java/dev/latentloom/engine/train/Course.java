package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkOrigin;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One training on its way through stages and their legs. */
final class Course {
    static final String LAST = "last.safetensors";
    private static final String BEST = "best.safetensors";

    private static final int ATLASES = 500; // times the norms of gradients are told at most

    /** No recipe's loss grows so many times above its first one and comes back. */
    private static final double DIVERGED = 1e3;

    private final LinkTraining training;
    private final Recipe recipe;
    private final LinkTraining.Places places;
    private final LinkSet links;
    private final JobMonitor monitor;
    private final TrainCheckpoint checkpoint;
    private final Itinerary itinerary;
    private double loss = Double.NaN;
    private double first = Double.NaN;
    private double best = -1;
    private int done;
    private int validated;
    private int unimproved; // measurements in a row without a better one
    private List<AdamW> optimizers = List.of(); // of the present stage

    Course(LinkTraining training, LinkTraining.Places places, LinkSet links, JobMonitor monitor) {
        this.training = training;
        this.recipe = training.recipe();
        this.places = places;
        this.links = links;
        this.monitor = monitor;
        this.itinerary = Itinerary.of(recipe, training.team().graph());
        this.checkpoint =
                new TrainCheckpoint(
                        links, RunJson.line(Map.of("recipe", recipe, "seed", training.seed())));
    }

    TrainSummary run() throws WorkbenchException {
        boolean resumed = places.resume() && TrainCheckpoint.exists(file(LAST));
        if (resumed) {
            TrainCheckpoint.Progress progress = checkpoint.readLinks(file(LAST));
            done = progress.iteration();
            best = progress.bestAccuracy();
            validated = progress.validated();
            unimproved = progress.unimproved();
        }
        for (Itinerary.Stage stage : itinerary.stages()) {
            if (done < stage.end() && !outOfPatience()) {
                run(stage, resumed && done > stage.begin());
            }
        }
        if (validateIfDue()) { // where it was stopped in its last validation
            write(LAST, false);
        }
        keep();
        return new TrainSummary(done, loss, best, outOfPatience());
    }

    /** Writes the best links there are, or the present ones where none were measured. */
    private void keep() throws WorkbenchException {
        if (TrainCheckpoint.exists(file(BEST))) {
            checkpoint.readLinks(file(BEST));
        }
        new LinkFolder(places.links()).write(links, origins(), recipe.handover());
    }

    private Path file(String name) {
        return file(places.run(), name);
    }

    /** A checkpoint of a run. */
    static Path file(Path run, String name) {
        return run.resolve("checkpoints").resolve(name);
    }

    private void run(Itinerary.Stage stage, boolean amid) throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            LinkTrainer trainer = training.trainer(stage.of().method(), links, scope);
            optimizers = trainer.optimizers();
            if (amid) {
                TrainCheckpoint.readMoments(file(LAST), optimizers);
            }
            try {
                validateIfDue();
                int begin = stage.begin();
                for (Leg leg : stage.legs()) {
                    if (done < begin + leg.iterations()) {
                        tellLeg(stage, leg, done == begin);
                    }
                    while (done < begin + leg.iterations() && !outOfPatience()) {
                        iterate(trainer, leg, done - begin);
                    }
                    begin += leg.iterations();
                }
            } catch (CancelledException stopped) {
                write(LAST, false);
                if (done > 0) {
                    keep();
                }
                throw stopped;
            }
        }
    }

    /** Its number is a figure of its first step, which a resumed training has told already. */
    private void tellLeg(Itinerary.Stage stage, Leg leg, boolean begins) {
        monitor.event(
                new RunEvent.Stage(
                        "train.stage." + stage.of().method().key(),
                        List.of(leg.number(), itinerary.legs(), leg.turns())));
        if (begins) {
            monitor.event(new RunEvent.MetricPoint("stage", done + 1L, leg.number()));
        }
    }

    private void iterate(LinkTrainer trainer, Leg leg, int at) throws WorkbenchException {
        monitor.checkCancelled();
        RandomGenerator random =
                RandomGeneratorFactory.of(AgentPretraining.GENERATOR)
                        .create(training.seed() * 0x9E3779B97F4A7C15L + done);
        double rate = leg.schedule().rate(at);
        List<Question> drawn = training.data().draw(recipe.batch(), random);
        Lesson lesson = new Lesson(drawn, leg.turns(), rate, random);
        Map<String, Double> told = trainer.step(lesson, monitor);
        done++;
        tell(told, rate);
        validateIfDue();
        boolean ends = done == recipe.iterations() || outOfPatience();
        if (ends || done % recipe.checkpointEvery() == 0) {
            write(LAST, false);
        }
        monitor.progress(done, recipe.iterations());
    }

    private void tell(Map<String, Double> told, double rate) throws WorkbenchException {
        boolean atlas = done % Math.max(1, recipe.iterations() / ATLASES) == 0;
        for (Map.Entry<String, Double> metric : told.entrySet()) {
            if (!Double.isFinite(metric.getValue())) {
                throw new WorkbenchException("train.notANumber", metric.getKey(), done);
            }
            if (!metric.getKey().startsWith("grad/") || atlas) {
                monitor.event(new RunEvent.MetricPoint(metric.getKey(), done, metric.getValue()));
            }
        }
        Double whole = told.get("loss");
        if (whole != null) {
            loss = whole;
        } else {
            loss = meanOfLinks(told);
            monitor.event(new RunEvent.MetricPoint("loss", done, loss));
        }
        first = Double.isNaN(first) ? loss : first;
        if (loss > DIVERGED * Math.max(1, first)) {
            throw new WorkbenchException("train.diverged", loss, done, first);
        }
        monitor.event(new RunEvent.MetricPoint("learningRate", done, rate));
    }

    private static double meanOfLinks(Map<String, Double> told) {
        return told.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("loss/"))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Measures the accuracy where its time has come; says whether it had. */
    private boolean validateIfDue() throws WorkbenchException {
        int every = recipe.validateEvery();
        boolean due = done == recipe.iterations() || (every > 0 && done > 0 && done % every == 0);
        if (!due || validated == done) {
            return false;
        }
        Validation.Outcome outcome = new Validation(training, links).outcome(done, monitor);
        Map<String, Double> measures = ThoughtMeasures.of(training, links, monitor);
        validated = done; // where it is stopped before, all of it is done and told again
        double accuracy = outcome.accuracy();
        outcome.samples().forEach(monitor::event);
        monitor.event(new RunEvent.MetricPoint("accuracy/validation", done, accuracy));
        measures.forEach(
                (name, value) -> monitor.event(new RunEvent.MetricPoint(name, done, value)));
        boolean counts = done > itinerary.beforeLastLeg();
        unimproved = accuracy > best || !counts ? 0 : unimproved + 1;
        if (accuracy >= best) {
            best = accuracy;
            write(BEST, true);
        }
        if (outOfPatience()) {
            monitor.event(
                    new RunEvent.Warning("train.endedEarly", List.of(done, unimproved, best)));
        }
        return true;
    }

    private boolean outOfPatience() {
        Integer patience = recipe.patience();
        return patience != null && unimproved >= patience;
    }

    private void write(String name, boolean isBest) throws WorkbenchException {
        var progress = new TrainCheckpoint.Progress(done, best, validated, unimproved);
        checkpoint.write(file(name), progress, optimizers);
        monitor.event(new RunEvent.Checkpoint(places.run().toString(), done, isBest));
    }

    private Map<LinkKey, LinkOrigin> origins() {
        Map<LinkKey, LinkOrigin> origins = new HashMap<>();
        Double known = Double.isNaN(loss) ? null : loss; // not where nothing was left to do
        String data = training.data().name();
        AgentGraph graph = training.team().graph();
        Map<String, @Nullable String> models = new HashMap<>();
        graph.agents().forEach(agent -> models.put(agent.id(), agent.model()));
        models.forEach(
                (agent, model) ->
                        origins.put(
                                LinkKey.inner(agent),
                                new LinkOrigin(model, model, data, recipe.name(), done, known)));
        for (Edge edge : graph.edges()) {
            String from = models.get(edge.from());
            String to = models.get(edge.to());
            origins.put(
                    LinkKey.outer(edge.id()),
                    new LinkOrigin(from, to, data, recipe.name(), done, known));
        }
        return origins;
    }
}
