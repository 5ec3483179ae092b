package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkKey;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gradients through several rounds: where they reach, and that no way of computing changes them.
 */
@ExtendWith(TestEngine.class)
class UnrolledTrainerTest {
    @TempDir private static Path folder;
    @AutoClose private static TinyTeam relay;

    @BeforeAll
    static void makeAgents() throws Exception {
        relay = new TinyTeam(new RelayTask(), folder, DType.F32);
    }

    private static LinkTraining training(Map<String, String> changes) throws WorkbenchException {
        Map<String, String> all = new HashMap<>(Map.of("steps", "3", "rounds", "2", "batch", "4"));
        all.putAll(changes);
        return UnrolledLesson.training(relay, all);
    }

    /** Every gradient of a lesson as plain numbers, by link. */
    private static Map<String, float[]> gradients(
            LinkTraining training, UnrolledLoss loss, UnrollPlan plan, Map<String, Double> told)
            throws WorkbenchException {
        Map<String, float[]> values = new TreeMap<>();
        try (Scope scope = Scope.open()) {
            LinkSet links = UnrolledLesson.links(training, scope);
            RoundGradients gradients =
                    new UnrolledLesson(training, loss, plan).gradients(links, told, scope);
            for (Map.Entry<LinkKey, TrainableLink> link : links.trainable()) {
                int part = 0;
                for (Tensor gradient : gradients.of(link.getKey())) {
                    values.put(link.getKey() + "/" + part++, TensorKernels.floats(gradient));
                }
            }
        }
        return values;
    }

    @Test
    void detachedRoundsGiveNothingToLinksBeforeThem() throws Exception {
        Map<String, Double> told = new HashMap<>();
        gradients(
                training(Map.of("detach", "true")),
                new UnrolledLoss(false),
                new UnrollPlan(4, false),
                told);
        assertTrue(told.containsKey("grad/outer:solver-planner/r1"));
        assertTrue(told.containsKey("grad/inner:planner/r2"));
        assertEquals(false, told.containsKey("grad/inner:planner/r1"));
        assertEquals(false, told.containsKey("grad/outer:planner-critic/r1"));
    }

    @Test
    void neitherCheckpointingNorPartsChangeAGradient() throws Exception {
        for (String handover : List.of("outer", "outer_inner")) {
            LinkTraining training = training(Map.of("handover", handover, "lossOn", "all"));
            for (UnrolledLoss loss : List.of(new UnrolledLoss(false), new UnrolledLoss(true))) {
                Map<String, Double> whole = new HashMap<>();
                Map<String, float[]> expected =
                        gradients(training, loss, new UnrollPlan(4, false), whole);
                for (UnrollPlan plan :
                        List.of(
                                new UnrollPlan(4, true),
                                new UnrollPlan(1, false),
                                new UnrollPlan(3, true))) {
                    Map<String, Double> told = new HashMap<>();
                    equal(expected, gradients(training, loss, plan, told), loss + " " + plan);
                    assertEquals(whole.keySet(), told.keySet());
                    whole.forEach(
                            (metric, value) ->
                                    assertEquals(
                                            value, told.getOrDefault(metric, -1.0), 1e-4, metric));
                }
            }
        }
    }

    private static void equal(
            Map<String, float[]> expected, Map<String, float[]> actual, String what) {
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach(
                (name, values) -> {
                    float[] others = actual.getOrDefault(name, new float[0]);
                    float largest = 1e-6f;
                    for (float value : values) {
                        largest = Math.max(largest, Math.abs(value));
                    }
                    for (int i = 0; i < values.length; i++) {
                        assertEquals(values[i], others[i], 1e-3f * largest, what + " " + name);
                    }
                });
    }

    @Test
    void aSmallMemoryAsksForCheckpointsAndThenForParts() throws Exception {
        LinkTraining training = training(Map.of());
        assertEquals(new UnrollPlan(4, false), UnrollPlan.of(training, 1L << 34));
        UnrollPlan tight = UnrollPlan.of(training, 3L << 20);
        assertTrue(tight.checkpointing());
        assertEquals(new UnrollPlan(1, true), UnrollPlan.of(training, 1));
    }
}
