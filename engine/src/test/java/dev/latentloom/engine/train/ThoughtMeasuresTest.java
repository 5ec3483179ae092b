package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.RelayTask;
import dev.latentloom.engine.task.TrioTask;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.TestEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is told of inner links is about inner links. */
@ExtendWith(TestEngine.class)
class ThoughtMeasuresTest {
    /** Measures with two sets whose inner links are the same and whose outer links are not. */
    private static List<Map<String, Double>> measured(MiniatureTask task, Path folder)
            throws Exception {
        try (TinyTeam tiny = new TinyTeam(task, folder, DType.F32);
                Scope scope = Scope.open()) {
            Recipe recipe = Recipes.of("on-policy", Map.of("steps", "3"));
            LinkTraining training =
                    new LinkTraining(tiny.team, TrainingData.of(tiny.task, 8), recipe, 1);
            LinkSet one = new LinkParameters(tiny.team, recipe, 1, scope).leaves(null, "one");
            LinkSet two = new LinkParameters(tiny.team, recipe, 2, scope).leaves(null, "two");
            LinkSet mixed = new LinkSet("mixed", one.inner(), two.outer());
            return List.of(
                    ThoughtMeasures.of(training, one, JobMonitor.NONE),
                    ThoughtMeasures.of(training, mixed, JobMonitor.NONE));
        }
    }

    @Test
    void outerLinksDoNotShowWhereTheDataKnowsEveryText(@TempDir Path folder) throws Exception {
        List<Map<String, Double>> measured = measured(new RelayTask(), folder);
        assertEquals(measured.get(0), measured.get(1));
        assertEquals(9, measured.get(0).size());
    }

    @Test
    void whereItDoesNotThoughtsAreMeasuredAsTheyComeUp(@TempDir Path folder) throws Exception {
        List<Map<String, Double>> measured = measured(new TrioTask(), folder);
        assertTrue(measured.get(0).containsKey("fidelity/inner:summarizer"), measured.toString());
        assertTrue(!measured.get(0).equals(measured.get(1)), measured.toString());
    }
}
