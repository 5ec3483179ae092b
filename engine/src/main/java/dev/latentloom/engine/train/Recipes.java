package dev.latentloom.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkDesign;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recipes links can be trained by, and changes to their parts. */
public final class Recipes {
    private static final List<String> FIXED = List.of("name", "stages");

    /** On-policy regression: robust, and the samples' own. */
    public static final Recipe ON_POLICY =
            new Recipe(
                    "on-policy",
                    400,
                    64,
                    4,
                    2e-3,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Objective.ON_POLICY,
                    Handover.OUTER_INNER,
                    true,
                    LossOn.ALL,
                    false,
                    true,
                    true,
                    100,
                    25,
                    List.of(new RecipeStage(Method.JOINT_REGRESSION, 400, 1)));

    /** Cross-entropy of every agent's own message, hop by hop, by a curriculum of turns. */
    public static final Recipe HOP_CURRICULUM =
            new Recipe(
                    "hop-curriculum",
                    990,
                    64,
                    4,
                    2e-3,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Objective.TRUE_TEXT,
                    Handover.OUTER_INNER,
                    true,
                    LossOn.ALL,
                    false,
                    true,
                    true,
                    200,
                    25,
                    List.of(
                            new RecipeStage(Method.INNER_LOOP, 150, 1),
                            new RecipeStage(Method.HOPS, 840, 1)));

    /** The official code: teacher-forced throughout, 20,000 steps of two examples each. */
    public static final Recipe PAPER =
            new Recipe(
                    "paper",
                    40_000,
                    2,
                    1,
                    5e-4,
                    null,
                    null,
                    "ln_res",
                    null,
                    null,
                    null,
                    Objective.NEXT_EMBEDDING,
                    Handover.OUTER_INNER,
                    false,
                    LossOn.LAST,
                    false,
                    true,
                    true,
                    1000,
                    100,
                    List.of(
                            new RecipeStage(Method.INNER_LOOP, 20_000, 1),
                            new RecipeStage(Method.TEACHER_FORCED, 20_000, 1)));

    /** The paper's formulas as they read: the answer's cross-entropy through free rollouts. */
    public static final Recipe UNROLLED =
            new Recipe(
                    "unrolled",
                    800,
                    32,
                    1,
                    5e-4,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Objective.NEXT_EMBEDDING,
                    Handover.OUTER_INNER,
                    true,
                    LossOn.LAST,
                    false,
                    true,
                    true,
                    100,
                    25,
                    List.of(
                            new RecipeStage(Method.INNER_LOOP, 300, 1),
                            new RecipeStage(Method.UNROLLED, 500, 1)));

    /** A widely read tutorial's listing, with its dead links. */
    public static final Recipe TUTORIAL_LITERAL =
            new Recipe(
                    "tutorial-literal",
                    400,
                    8,
                    1,
                    1e-3,
                    null,
                    null,
                    "residual",
                    null,
                    null,
                    null,
                    Objective.MEAN_EMBEDDING,
                    Handover.OUTER,
                    false,
                    LossOn.LAST,
                    false,
                    true,
                    true,
                    100,
                    25,
                    List.of(
                            new RecipeStage(Method.INNER_LOOP, 200, 1),
                            new RecipeStage(Method.TUTORIAL, 200, 1)));

    private static final List<Recipe> ALL =
            List.of(PAPER, UNROLLED, TUTORIAL_LITERAL, ON_POLICY, HOP_CURRICULUM);

    private Recipes() {}

    /** Names of all recipes. */
    public static List<String> names() {
        return ALL.stream().map(Recipe::name).toList();
    }

    /** A recipe with some of its parts changed, all its stages. */
    public static Recipe of(String name, Map<String, String> changes) throws WorkbenchException {
        return of(name, null, changes);
    }

    /**
     * A recipe, or one stage of it, with some of its parts changed.
     *
     * @param stage {@code inner}, {@code outer}, or null for all of it
     * @param changes value by name of the part, as {@code --set} takes them
     * @throws WorkbenchException where there is no such recipe, stage or part, or a value does not
     *     fit
     */
    public static Recipe of(String name, @Nullable String stage, Map<String, String> changes)
            throws WorkbenchException {
        for (Recipe recipe : ALL) {
            if (recipe.name().equals(name)) {
                return changed(recipe.only(stage), changes);
            }
        }
        throw new WorkbenchException("train.unknownRecipe", name, String.join(", ", names()));
    }

    private static Recipe changed(Recipe recipe, Map<String, String> changes)
            throws WorkbenchException {
        ObjectNode parts = RunJson.MAPPER.valueToTree(recipe);
        for (Map.Entry<String, String> change : new TreeMap<>(changes).entrySet()) {
            if (!parts.has(change.getKey()) || FIXED.contains(change.getKey())) {
                throw new WorkbenchException(
                        "train.unknownPart",
                        change.getKey(),
                        recipe.name(),
                        String.join(", ", known(parts)));
            }
            parts.put(change.getKey(), change.getValue());
        }
        try {
            Recipe made = RunJson.MAPPER.treeToValue(parts, Recipe.class);
            String design = made.design();
            if (design != null) {
                var _ = LinkDesign.alike(design, true); // refuses what is no form
            }
            return made;
        } catch (InvalidFormatException e) {
            throw badValue(e);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WorkbenchException(
                    e, "train.badPart", changes.toString(), recipe.name(), said(e));
        }
    }

    private static WorkbenchException badValue(InvalidFormatException e) {
        String part = e.getPath().getLast().getFieldName();
        Class<?> kind = e.getTargetType();
        if (kind.isEnum()) {
            String values =
                    Stream.of(kind.getEnumConstants())
                            .map(value -> RunJson.MAPPER.valueToTree(value).asText())
                            .collect(Collectors.joining(", "));
            return new WorkbenchException(e, "train.badChoice", part, e.getValue(), values);
        }
        String key =
                kind == boolean.class
                        ? "train.badSwitch"
                        : kind == double.class ? "train.badNumber" : "train.badWhole";
        return new WorkbenchException(e, key, part, e.getValue());
    }

    private static List<String> known(ObjectNode parts) {
        List<String> known = new ArrayList<>();
        parts.fieldNames().forEachRemaining(known::add);
        known.removeAll(FIXED);
        return known;
    }

    private static String said(Exception e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage()); // by the recipe itself
        }
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
