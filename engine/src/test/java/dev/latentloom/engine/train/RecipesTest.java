package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Recipes as data: every part can be changed by its name, and a stage can stand alone. */
class RecipesTest {
    @Test
    void everyPartOfTheCommandLineIsTaken() throws Exception {
        Recipe recipe =
                Recipes.of(
                        "on-policy",
                        Map.ofEntries(
                                Map.entry("iterations", "7"),
                                Map.entry("batch", "3"),
                                Map.entry("learningRate", "1e-4"),
                                Map.entry("steps", "5"),
                                Map.entry("rounds", "2"),
                                Map.entry("design", "residual"),
                                Map.entry("hidden", "17"),
                                Map.entry("fewestSteps", "4"),
                                Map.entry("patience", "3"),
                                Map.entry("objective", "on-policy"),
                                Map.entry("handover", "outer"),
                                Map.entry("scaleToEmbeddings", "false"),
                                Map.entry("lossOn", "last"),
                                Map.entry("detach", "true"),
                                Map.entry("trainInner", "true"),
                                Map.entry("trainOuter", "false"),
                                Map.entry("validateEvery", "50"),
                                Map.entry("checkpointEvery", "9")));
        assertEquals(7, recipe.iterations());
        assertEquals(1e-4, recipe.learningRate());
        assertEquals(17, recipe.hidden());
        assertEquals(4, recipe.fewestSteps());
        assertEquals(3, recipe.patience());
        assertEquals(50, recipe.validateEvery());
        assertEquals(Handover.OUTER, recipe.handover());
        assertEquals(LossOn.LAST, recipe.lossOn());
        assertTrue(recipe.detach());
        assertFalse(recipe.scaleToEmbeddings());
        assertFalse(recipe.trainOuter());
    }

    @Test
    void partsLeftOutStayUnset() throws Exception {
        Recipe recipe = Recipes.of("on-policy", Map.of("batch", "3"));
        assertNull(recipe.steps());
        assertNull(recipe.design());
        assertEquals(Recipes.ON_POLICY.iterations(), recipe.iterations());
    }

    @Test
    void nameAndStagesAreNoParts() {
        for (String fixed : List.of("name", "stages", "iteration")) {
            WorkbenchException refused =
                    assertThrows(
                            WorkbenchException.class,
                            () -> Recipes.of("on-policy", Map.of(fixed, "1")));
            assertEquals("train.unknownPart", refused.key());
        }
    }

    @Test
    void whatAPartTakesIsSaid() {
        Map<List<String>, List<String>> said =
                Map.of(
                        List.of("batch", "abc"), List.of("train.badWhole", "batch, abc"),
                        List.of("steps", "2.5"), List.of("train.badWhole", "steps, 2.5"),
                        List.of("learningRate", "fast"), List.of("train.badNumber", "learningRate"),
                        List.of("detach", "maybe"), List.of("train.badSwitch", "detach, maybe"),
                        List.of("lossOn", "foo"), List.of("train.badChoice", "foo, last, all"),
                        List.of("design", "zzz"), List.of("link.unknownForm", "residual, ln_res"),
                        List.of("iterations", "-4"), List.of("train.badPart", "are at least 1"));
        said.forEach(
                (change, expected) -> {
                    var refused =
                            assertThrows(
                                    WorkbenchException.class,
                                    () ->
                                            Recipes.of(
                                                    "on-policy",
                                                    Map.of(change.get(0), change.get(1))));
                    assertEquals(expected.get(0), refused.key());
                    String words = refused.arguments().toString();
                    assertTrue(words.contains(expected.get(1)), words);
                    assertFalse(words.contains("dev.latentloom"), words);
                });
    }

    @Test
    void valuesThatFitNothingAreNamed() {
        for (Map.Entry<String, String> bad :
                Map.of(
                                "batch", "0",
                                "batch ", "4",
                                "patience", "0",
                                "learningRate", "fast",
                                "lossOn", "first",
                                "objective", "true-text")
                        .entrySet()) {
            assertThrows(
                    WorkbenchException.class,
                    () -> Recipes.of("on-policy", Map.of(bad.getKey(), bad.getValue())),
                    bad.toString());
        }
    }

    @Test
    void aJointRecipeTrainsOneKindOfLinksWhereAStageIsNamed() throws Exception {
        Recipe inner = Recipes.of("on-policy", "inner", Map.of());
        assertTrue(inner.trainInner());
        assertFalse(inner.trainOuter());
        Recipe outer = Recipes.of("on-policy", "outer", Map.of());
        assertFalse(outer.trainInner());
        assertTrue(outer.trainOuter());
        assertEquals(
                "train.unknownStage",
                assertThrows(
                                WorkbenchException.class,
                                () -> Recipes.of("on-policy", "middle", Map.of()))
                        .key());
    }
}
