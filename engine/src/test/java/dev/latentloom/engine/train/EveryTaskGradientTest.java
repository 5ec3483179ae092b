package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.task.MiniatureTasks;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** In every pattern of team, the answer's loss reaches each link in each round that it serves. */
@ExtendWith(TestEngine.class)
class EveryTaskGradientTest {
    private static final int ROUNDS = 2;
    private static final Learning BOTH = new Learning(true, true);

    @ParameterizedTest
    @ValueSource(strings = {"relay", "fork", "trio", "ladder", "errata"})
    void everyLinkGetsAGradientInEveryRoundItIsUsedIn(String task, @TempDir Path folder)
            throws Exception {
        Map<String, Double> told = new HashMap<>();
        try (TinyTeam tiny =
                        new TinyTeam(MiniatureTasks.named(task).orElseThrow(), folder, DType.F32);
                Scope scope = Scope.open()) {
            Map<String, String> parts =
                    Map.of("steps", "3", "rounds", String.valueOf(ROUNDS), "batch", "4");
            Recipe recipe = Recipes.of("unrolled", "outer", parts);
            LinkTraining training =
                    new LinkTraining(tiny.team, TrainingData.of(tiny.task, 4), recipe, 5);
            LinkSet links = new LinkParameters(tiny.team, recipe, 5, scope).leaves(null, "test");
            SplittableRandom random = new SplittableRandom(3);
            Lesson lesson = new Lesson(training.data().draw(4, random), 0, 1e-3, random);
            UnrolledTrainer.Assignment all =
                    new UnrolledTrainer.Assignment(
                            BOTH, new UnrolledLoss(false), new UnrollPlan(4, false));
            RoundGradients gradients =
                    new UnrolledTrainer(training, links, all, scope)
                            .gradients(lesson, told, scope, JobMonitor.NONE);
            told.putAll(gradients.norms());
            assertEquals(used(tiny.task.graph()), reached(told));
        }
    }

    private static Set<String> reached(Map<String, Double> told) {
        Set<String> reached = new TreeSet<>();
        told.forEach(
                (metric, norm) -> {
                    if (metric.matches("grad/.*/r\\d+")) {
                        assertTrue(norm > 0, metric);
                        reached.add(metric.substring("grad/".length()));
                    }
                });
        return reached;
    }

    /** Forward links serve in every round; what only feeds back serves in all but the last. */
    private static Set<String> used(AgentGraph graph) {
        Set<String> used = new TreeSet<>();
        for (Edge edge : graph.edges()) {
            int rounds = graph.feedback(edge) ? ROUNDS - 1 : ROUNDS;
            for (int round = 1; round <= rounds; round++) {
                used.add("outer:" + edge.id() + "/r" + round);
                used.add("inner:" + edge.from() + "/r" + round);
            }
        }
        return used;
    }
}
