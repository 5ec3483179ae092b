package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkFolder;
import dev.latentloom.engine.link.LinkOrigin;
import dev.latentloom.engine.lm.LmPool;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.task.AgentPlan;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Link training on barely trained agents: it learns, is judged, stops and goes on. */
@ExtendWith(TestEngine.class)
class LinkTrainingTest {
    private static final int STRIDE = 4; // checks between two stops that are tried
    private static final RelayTask TASK = new RelayTask();

    @TempDir private static Path models;
    private static LmPool pool;
    private static Team team;

    @BeforeAll
    static void makeAgents() throws Exception {
        List<AgentPlan> plans =
                TASK.plans().stream()
                        .map(p -> new AgentPlan(p.agent(), p.shape(), 20, 16, p.learningRate()))
                        .toList();
        new PretrainJob(TASK, plans, models, 1, 1).run(JobMonitor.NONE);
        pool = new LmPool(DeviceChoice.CPU, DType.F32, 1L << 30);
        team =
                Team.load(
                        TASK.graph(),
                        agent -> models.resolve(agent.id()),
                        pool,
                        Clock.systemUTC(),
                        JobMonitor.NONE);
    }

    @AfterAll
    static void freeAgents() {
        team.close();
        pool.close();
    }

    private static Recipe recipe(int iterations) throws WorkbenchException {
        return Recipes.of(
                "on-policy",
                Map.of(
                        "iterations", "" + iterations,
                        "batch", "4",
                        "steps", "3",
                        "rounds", "2",
                        "checkpointEvery", "2"));
    }

    private static TrainSummary train(Recipe recipe, Path run, boolean resume, JobMonitor monitor)
            throws WorkbenchException {
        var places =
                new LinkTraining.Places(run, run.resolve("links").resolve("set"), null, resume);
        return new LinkTraining(team, TrainingData.of(TASK, 10), recipe, 3).run(places, monitor);
    }

    @Test
    void linksTellWhereTheyComeFrom(@TempDir Path run) throws Exception {
        train(recipe(2), run, false, JobMonitor.NONE);
        Map<String, LinkOrigin> origins = new HashMap<>();
        new LinkFolder(run.resolve("links").resolve("set"))
                .list()
                .forEach(link -> origins.put(link.key().toString(), link.origin()));
        LinkOrigin outer = Objects.requireNonNull(origins.get("outer:planner-critic"));
        assertEquals("models/planner", outer.source());
        assertEquals("models/critic", outer.target());
        assertEquals("task relay", outer.data());
        assertEquals("on-policy", outer.recipe());
        assertEquals(2, outer.step());
        assertEquals("models/solver", Objects.requireNonNull(origins.get("inner:solver")).source());
    }

    @Test
    void everyLinkOfTheTeamLearnsAndGetsAGradient(@TempDir Path run) throws Exception {
        Map<String, Double> first = new HashMap<>();
        Map<String, Double> last = new HashMap<>();
        train(
                recipe(30),
                run,
                false,
                event -> {
                    if (event instanceof RunEvent.MetricPoint point) {
                        first.putIfAbsent(point.metric(), point.value());
                        last.put(point.metric(), point.value());
                    }
                });
        List<String> links =
                List.of(
                        "inner:planner",
                        "inner:critic",
                        "inner:solver",
                        "outer:planner-critic",
                        "outer:critic-solver",
                        "outer:solver-planner");
        for (String link : links) {
            assertTrue(last.getOrDefault("grad/" + link, 0.0) > 0, link);
            assertTrue(
                    last.getOrDefault("loss/" + link, 0.0)
                            < 0.9 * first.getOrDefault("loss/" + link, 0.0),
                    link);
        }
        assertTrue(last.containsKey("accuracy/validation"));
        assertTrue(Files.exists(run.resolve("links/set/links.json")));
    }

    @Test
    void stoppedAndResumedTrainingEqualsAnUninterruptedOneBitForBit(@TempDir Path folder)
            throws Exception {
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");
        TrainSummary expected = train(recipe(6), whole, false, JobMonitor.NONE);
        StopAfter stop = new StopAfter(3);
        assertThrows(CancelledException.class, () -> train(recipe(6), parts, false, stop));
        TrainSummary resumed = train(recipe(6), parts, true, JobMonitor.NONE);
        assertEquals(expected.loss(), resumed.loss());
        String file = "checkpoints/last.safetensors";
        assertArrayEquals(
                Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(parts.resolve(file)));
    }

    @Test
    void stoppedAnywhereInItsLastMeasurementItIsMeasuredOnceMoreAndToldOnce(@TempDir Path folder)
            throws Exception {
        Path whole = folder.resolve("whole");
        double accuracy = train(recipe(3), whole, false, JobMonitor.NONE).accuracy();
        int check = 0;
        StopAtCheck stop = new StopAtCheck(3, check);
        while (stops(folder.resolve("stopped-" + check), stop)) {
            stop.goOn();
            TrainSummary resumed = train(recipe(3), folder.resolve("stopped-" + check), true, stop);
            assertEquals(accuracy, resumed.accuracy(), "stopped at check " + check);
            assertEquals(1, stop.measured, "told, stopped at check " + check);
            check += STRIDE;
            stop = new StopAtCheck(3, check);
        }
        assertTrue(check > 10 * STRIDE, "checks where it can stop: " + check);
    }

    private static boolean stops(Path run, JobMonitor monitor) throws WorkbenchException {
        try {
            train(recipe(3), run, false, monitor);
            return false;
        } catch (CancelledException e) {
            return true;
        }
    }

    @Test
    void resumingWithOtherSettingsIsRefused(@TempDir Path run) throws Exception {
        train(recipe(2), run, false, JobMonitor.NONE);
        WorkbenchException refused =
                assertThrows(
                        WorkbenchException.class,
                        () -> train(recipe(4), run, true, JobMonitor.NONE));
        assertEquals("train.resumeDiffers", refused.key());
    }

    @Test
    void unknownPartsOfARecipeAreNamedWithTheKnownOnes() {
        WorkbenchException refused =
                assertThrows(
                        WorkbenchException.class,
                        () -> Recipes.of("on-policy", Map.of("stepz", "3")));
        assertEquals("train.unknownPart", refused.key());
        assertTrue(refused.arguments().get(2).toString().contains("learningRate"));
    }

    /** Asks to stop once so many iterations are done. */
    private static final class StopAfter implements JobMonitor {
        private final int iterations;
        private long done;

        StopAfter(int iterations) {
            this.iterations = iterations;
        }

        @Override
        public void event(RunEvent event) {
            if (event instanceof RunEvent.Progress progress) {
                done = progress.done();
            }
        }

        @Override
        public boolean cancelled() {
            return done >= iterations;
        }
    }

    /** Asks to stop at a check after the last iteration; counts how often accuracy is told. */
    private static final class StopAtCheck implements JobMonitor {
        private final int iterations;
        private int left;
        private boolean trained;
        private int measured;

        StopAtCheck(int iterations, int check) {
            this.iterations = iterations;
            this.left = check;
        }

        void goOn() {
            left = Integer.MAX_VALUE;
        }

        @Override
        public void event(RunEvent event) {
            switch (event) {
                case RunEvent.MetricPoint point when point.metric().equals("learningRate") ->
                        trained = point.step() >= iterations;
                case RunEvent.MetricPoint point when point.metric().equals("accuracy/validation") ->
                        measured++;
                default -> {
                    // the rest does not matter here
                }
            }
        }

        @Override
        public boolean cancelled() {
            return trained && left-- <= 0;
        }
    }
}
