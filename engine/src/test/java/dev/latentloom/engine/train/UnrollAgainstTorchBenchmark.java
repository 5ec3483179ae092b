package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.AnswerCheck;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The outer step of the relay sample against the same step in PyTorch eager, turn by turn on one
 * machine. Needs a Python with torch: {@code -Dtorch.python=python3}; without one it is skipped.
 */
@ExtendWith(TestEngine.class)
class UnrollAgainstTorchBenchmark {
    private static final Path RELAY = TrainRelay.FOLDER;
    private static final String LINKS = "on-policy-1";
    private static final int STEPS = 25;
    private static final int WARM = 5;
    private static final int ROUNDS = 3;

    @TempDir Path data;

    @Test
    void outerStepAgainstPyTorchEager() throws Exception {
        String python = System.getProperty("torch.python");
        assumeTrue(python != null, "no Python with torch was named");
        for (int threads : List.of(1, 2)) {
            for (int batch : List.of(32, 64)) {
                compare(String.valueOf(python), threads, batch);
            }
        }
    }

    private void compare(String python, int threads, int batch) throws Exception {
        NativeEngine.chooseThreads(threads);
        NativeEngine.setThreads(threads);
        StoredProjects projects = new StoredProjects(RELAY.resolveSibling(""), data);
        Recipe recipe =
                Recipes.of(
                        "unrolled",
                        "outer",
                        Map.of(
                                "iterations", "" + STEPS,
                                "batch", "" + batch,
                                "validateEvery", "0",
                                "checkpointEvery", "" + STEPS));
        try (LmPool pool = new LmPool(DeviceChoice.CPU, DType.F32, 1L << 30);
                Scope scope = Scope.open();
                TorchProcess torch = new TorchProcess(python, threads);
                Team team =
                        Team.load(
                                new ProjectStore(RELAY).graph("relay"),
                                agent -> RELAY.resolve("models").resolve(agent.id()),
                                pool,
                                Clock.systemUTC(),
                                JobMonitor.NONE)) {
            LinkSet from = projects.open(RELAY, null).links(LINKS, key -> DeviceChoice.CPU, scope);
            Turns turns = new Turns(torch, recipe);
            Path run = data.resolve(threads + "-" + batch);
            var places = new LinkTraining.Places(run, run.resolve("links"), from, false);
            new LinkTraining(team, turns, recipe, 1).run(places, turns);
            assertEquals(threads, NativeEngine.threads());
            turns.tell(threads, batch);
        } finally {
            NativeEngine.chooseThreads(0);
        }
    }

    /** Gives each batch to PyTorch first, then to our trainer; takes both times. */
    private static final class Turns implements TrainingData, JobMonitor {
        private final TrainingData task = TrainingData.of(new RelayTask(), 4);
        private final TorchProcess torch;
        private final CosineSchedule schedule;
        private final List<Double> theirs = new ArrayList<>();
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> losses = new ArrayList<>();
        private long begun;

        Turns(TorchProcess torch, Recipe recipe) {
            this.torch = torch;
            this.schedule =
                    new CosineSchedule(
                            recipe.learningRate(), Itinerary.WARM_UP, recipe.iterations(), 0);
        }

        @Override
        public String name() {
            return task.name();
        }

        @Override
        public List<Question> draw(int count, RandomGenerator random) {
            List<Question> drawn = task.draw(count, random);
            List<String> texts =
                    drawn.stream()
                            .map(one -> task.text(one, ROUNDS, "solver").orElse(one.answer()))
                            .toList();
            JsonNode told =
                    torch.step(
                            schedule.rate(theirs.size()),
                            drawn.stream().map(Question::text).toList(),
                            texts);
            theirs.add(told.path("seconds").asDouble());
            losses.add(told.path("loss").asDouble());
            begun = System.nanoTime();
            return drawn;
        }

        @Override
        public void event(RunEvent event) {
            if (event instanceof RunEvent.MetricPoint point && point.metric().equals("loss")) {
                ours.add((System.nanoTime() - begun) * 1e-9);
                double loss = losses.get(ours.size() - 1);
                assertEquals(loss, point.value(), 1e-3 * Math.max(1, loss), "step " + point.step());
            }
        }

        void tell(int threads, int batch) {
            double mine = median(ours);
            double base = median(theirs);
            System.out.printf(
                    "BENCHMARK outer step of relay, %d thread(s), batch %d, %d steps: ours %.1f ms,"
                            + " PyTorch %s eager %.1f ms, %.2f times as fast, losses %.4f to %.4f"
                            + " equal within 1e-3%n",
                    threads,
                    batch,
                    STEPS - WARM,
                    mine * 1e3,
                    torch.version(),
                    base * 1e3,
                    base / mine,
                    losses.getFirst(),
                    losses.getLast());
        }

        private static double median(List<Double> all) {
            List<Double> sorted = all.subList(WARM, all.size()).stream().sorted().toList();
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        }

        @Override
        public List<Question> validation() {
            return task.validation();
        }

        @Override
        public AnswerCheck check() {
            return task.check();
        }

        @Override
        public Optional<String> text(Question question, int round, String agent) {
            return task.text(question, round, agent);
        }
    }

    /** The same step in Python, one line in, one line out. */
    private static final class TorchProcess implements AutoCloseable {
        private final Process process;
        private final Writer to;
        private final BufferedReader from;
        private String version = "?";

        TorchProcess(String python, int threads) throws IOException {
            process =
                    new ProcessBuilder(
                                    python,
                                    "src/test/python/relay_unroll.py",
                                    RELAY.toString(),
                                    RELAY.resolve("links").resolve(LINKS).toString(),
                                    "" + threads)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            to = process.outputWriter();
            from = process.inputReader();
        }

        JsonNode step(double rate, List<String> questions, List<String> texts) {
            try {
                to.write(
                        RunJson.line(
                                        Map.of(
                                                "rate", rate,
                                                "questions", questions,
                                                "texts", texts))
                                + "\n");
                to.flush();
                JsonNode told = RunJson.MAPPER.readTree(String.valueOf(from.readLine()));
                version = told.path("torch").asText();
                return told;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String version() {
            return version;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
