package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
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
import java.util.TreeSet;

/** In every pattern of team, the answer's loss reaches each link in each round that it serves. */
@ExtendWith(TestEngine.class)
class EveryTaskGradientTest {
    private static final int ROUNDS = 2;

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
            LinkTraining training = UnrolledLesson.training(tiny, parts);
            new UnrolledLesson(training, new UnrolledLoss(false), new UnrollPlan(4, false))
                    .gradients(UnrolledLesson.links(training, scope), told, scope);
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
