package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.CancelledException;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Every recipe on barely trained agents: it runs, goes on bit for bit, and leaks nothing. */
@ExtendWith(TestEngine.class)
class RecipeTrainingTest {
    @TempDir private static Path folder;
    @AutoClose private static TinyTeam relay;

    @BeforeAll
    static void makeAgents() throws Exception {
        relay = new TinyTeam(new RelayTask(), folder, DType.F32);
    }

    private static LinkTraining training(String recipe, String stage, Map<String, String> changes)
            throws WorkbenchException {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "steps", "3",
                                "rounds", "2",
                                "batch", "4",
                                "validateEvery", "0",
                                "checkpointEvery", "3"));
        all.putAll(changes);
        return new LinkTraining(
                relay.team,
                TrainingData.of(relay.task, 4),
                Recipes.of(recipe, stage.equals("all") ? null : stage, all),
                3);
    }

    private static TrainSummary run(
            LinkTraining training, Path run, boolean resume, JobMonitor monitor)
            throws WorkbenchException {
        Path links = run.resolve("links").resolve("set");
        return training.run(new LinkTraining.Places(run, links, null, resume), monitor);
    }

    @Test
    void everyRecipeRunsThroughItsStages(@TempDir Path runs) throws Exception {
        for (String recipe : Recipes.names()) {
            List<Double> losses = new ArrayList<>();
            Set<Double> stages = new LinkedHashSet<>();
            LinkTraining training = training(recipe, "all", Map.of("iterations", "30"));
            TrainSummary summary =
                    run(
                            training,
                            runs.resolve(recipe),
                            false,
                            event -> {
                                if (event instanceof RunEvent.MetricPoint point) {
                                    if (point.metric().equals("loss")) {
                                        losses.add(point.value());
                                    } else if (point.metric().equals("stage")) {
                                        stages.add(point.value());
                                    }
                                }
                            });
            assertEquals(30, summary.steps(), recipe);
            assertEquals(30, losses.size(), recipe);
            assertEquals(
                    Itinerary.of(training.recipe(), relay.team.graph()).legs(),
                    stages.size(),
                    recipe);
            assertTrue(Files.exists(runs.resolve(recipe).resolve("links/set/links.json")), recipe);
        }
    }

    @Test
    void everyRecipeTellsSomeAnswersOfEachValidation(@TempDir Path runs) throws Exception {
        for (String recipe : Recipes.names()) {
            List<RunEvent.SampleAnswer> told = new ArrayList<>();
            run(
                    training(recipe, "all", Map.of("iterations", "4", "validateEvery", "2")),
                    runs.resolve(recipe),
                    false,
                    event -> {
                        if (event instanceof RunEvent.SampleAnswer answer) {
                            told.add(answer);
                        }
                    });
            assertEquals(
                    List.of(2L, 2L, 2L, 2L, 4L, 4L, 4L, 4L),
                    told.stream().map(RunEvent.SampleAnswer::step).toList(),
                    recipe);
            List<String> asked = told.stream().map(RunEvent.SampleAnswer::question).toList();
            assertEquals(asked.subList(0, 4), asked.subList(4, 8), recipe);
        }
    }

    @Test
    void patienceCountsInTheLastStageAlone(@TempDir Path run) throws Exception {
        Map<String, String> changes =
                Map.of("iterations", "16", "validateEvery", "1", "patience", "2");
        TrainSummary summary =
                run(training("unrolled", "all", changes), run, false, JobMonitor.NONE);
        assertTrue(summary.early());
        assertEquals(6 + 2, summary.steps(), "six of the inner stage, and two that are no better");
    }

    @Test
    void stoppedInAnyStageAndResumedEqualsUninterrupted(@TempDir Path runs) throws Exception {
        for (String recipe : List.of("hop-curriculum", "paper", "tutorial-literal")) {
            LinkTraining training = training(recipe, "all", Map.of("iterations", "10"));
            Path whole = runs.resolve(recipe).resolve("whole");
            run(training, whole, false, JobMonitor.NONE);
            for (int stop : List.of(2, 7)) {
                Path parts = runs.resolve(recipe).resolve("parts" + stop);
                assertThrows(
                        CancelledException.class,
                        () -> run(training, parts, false, new StopAfter(stop)));
                run(training, parts, true, JobMonitor.NONE);
                String file = "checkpoints/last.safetensors";
                assertArrayEquals(
                        Files.readAllBytes(whole.resolve(file)),
                        Files.readAllBytes(parts.resolve(file)),
                        recipe + " stopped after " + stop);
            }
        }
    }

    @Test
    void theTutorialShowsExactlyItsDeadLinks(@TempDir Path runs) throws Exception {
        Set<String> dead = new TreeSet<>();
        run(
                training("tutorial-literal", "outer", Map.of("iterations", "2")),
                runs,
                false,
                event -> {
                    if (event instanceof RunEvent.Warning warning
                            && warning.key().equals("train.noPath")) {
                        assertEquals("no_grad", warning.arguments().get(2));
                        dead.add(warning.arguments().get(0) + "/r" + warning.arguments().get(1));
                    }
                });
        Set<String> expected = new TreeSet<>();
        for (String link :
                List.of(
                        "inner:planner",
                        "inner:critic",
                        "inner:solver",
                        "outer:planner-critic",
                        "outer:critic-solver",
                        "outer:solver-planner")) {
            expected.add(link + "/r1");
            expected.add(link + "/r2");
        }
        expected.remove("outer:critic-solver/r2");
        assertEquals(expected, dead);
    }

    @Test
    void repeatedStepsKeepNothingAlive() throws Exception {
        for (String recipe : Recipes.names()) {
            LinkTraining training = training(recipe, "all", Map.of("iterations", "14"));
            Itinerary itinerary = Itinerary.of(training.recipe(), relay.team.graph());
            for (Itinerary.Stage stage : itinerary.stages()) {
                try (Scope scope = Scope.open()) {
                    LinkSet links =
                            new LinkParameters(relay.team, training.recipe(), 3, scope)
                                    .leaves(null, "test");
                    LinkTrainer trainer = training.trainer(stage.of().method(), links, scope);
                    int turns = stage.legs().getLast().turns();
                    step(trainer, training, turns);
                    long before = Scope.liveInProcess();
                    for (int i = 0; i < 3; i++) {
                        step(trainer, training, turns);
                    }
                    assertEquals(before, Scope.liveInProcess(), recipe + " " + stage.of());
                }
            }
        }
    }

    private static void step(LinkTrainer trainer, LinkTraining training, int turns)
            throws WorkbenchException {
        var random = new SplittableRandom(1);
        trainer.step(
                new Lesson(training.data().draw(4, random), turns, 1e-4, random), JobMonitor.NONE);
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
}
