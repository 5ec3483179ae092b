package dev.latentloom.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    private static final List<Recipe> ALL = List.of(ON_POLICY);

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
            return RunJson.MAPPER.treeToValue(parts, Recipe.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WorkbenchException(
                    e, "train.badPart", changes.toString(), recipe.name(), said(e));
        }
    }

    private static List<String> known(ObjectNode parts) {
        List<String> known = new ArrayList<>();
        parts.fieldNames().forEachRemaining(known::add);
        known.removeAll(FIXED);
        return known;
    }

    private static String said(Exception e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
