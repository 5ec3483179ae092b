package dev.latentloom.app;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.engine.train.Recipe;
import dev.latentloom.engine.train.Recipes;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.train.RecipeCard;
import dev.latentloom.views.train.RecipePart;
import dev.latentloom.views.train.TrainSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The engine's recipes, and projects of the disk. */
final class StoredTrainSource implements TrainSource {
    private static final String NAME = "name";

    private final ProjectSource projects;

    StoredTrainSource(ProjectSource projects) {
        this.projects = projects;
    }

    @Override
    public List<RecipeCard> recipes() {
        List<RecipeCard> cards = new ArrayList<>();
        for (String name : Recipes.names()) {
            try {
                cards.add(card(Recipes.of(name, Map.of())));
            } catch (WorkbenchException e) {
                throw new IllegalStateException("a recipe without changes is sound", e);
            }
        }
        return cards;
    }

    private static RecipeCard card(Recipe recipe) {
        List<RecipePart> parts = new ArrayList<>();
        JsonNode json = RunJson.MAPPER.valueToTree(recipe);
        json.properties()
                .forEach(
                        part -> {
                            if (!part.getKey().equals(NAME)) {
                                parts.add(new RecipePart(part.getKey(), text(part.getValue())));
                            }
                        });
        return new RecipeCard(recipe.name(), parts);
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    @Override
    public void check(String recipe, Map<String, String> changes) throws WorkbenchException {
        Recipes.of(recipe, changes);
    }

    @Override
    public List<String> startingSets(RunProject project) {
        return project.links().stream()
                .filter(name -> !TeamLinks.TRAINING_FREE.contains(name))
                .toList();
    }

    @Override
    public RunProject reread(RunProject project) throws WorkbenchException {
        return projects.open(project.folder());
    }
}
