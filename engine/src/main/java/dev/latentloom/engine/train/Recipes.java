package dev.latentloom.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recipes links can be trained by, and changes to their parts. */
public final class Recipes {
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
                    "inner_ln_res",
                    Handover.OUTER_INNER,
                    true,
                    true,
                    true,
                    100,
                    25);

    private static final List<Recipe> ALL = List.of(ON_POLICY);

    private Recipes() {}

    /** Names of all recipes. */
    public static List<String> names() {
        return ALL.stream().map(Recipe::name).toList();
    }

    /**
     * A recipe with some of its parts changed.
     *
     * @param changes value by name of the part, as {@code --set} takes them
     * @throws WorkbenchException where there is no such recipe or part, or a value does not fit
     */
    public static Recipe of(String name, Map<String, String> changes) throws WorkbenchException {
        for (Recipe recipe : ALL) {
            if (recipe.name().equals(name)) {
                return changed(recipe, changes);
            }
        }
        throw new WorkbenchException("train.unknownRecipe", name, String.join(", ", names()));
    }

    private static Recipe changed(Recipe recipe, Map<String, String> changes)
            throws WorkbenchException {
        ObjectNode parts = RunJson.MAPPER.valueToTree(recipe);
        parts.remove("name");
        for (Map.Entry<String, String> change : new TreeMap<>(changes).entrySet()) {
            if (!parts.has(change.getKey())) {
                List<String> known = new ArrayList<>();
                parts.fieldNames().forEachRemaining(known::add);
                throw new WorkbenchException(
                        "train.unknownPart",
                        change.getKey(),
                        recipe.name(),
                        String.join(", ", known));
            }
            parts.put(change.getKey(), change.getValue());
        }
        parts.put("name", recipe.name());
        try {
            return RunJson.MAPPER.treeToValue(parts, Recipe.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WorkbenchException(
                    e, "train.badPart", changes.toString(), recipe.name(), said(e));
        }
    }

    private static String said(Exception e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }
}
