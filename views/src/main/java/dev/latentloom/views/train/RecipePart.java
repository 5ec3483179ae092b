package dev.latentloom.views.train;

/**
 * One part of a recipe.
 *
 * @param key its name, the same that the command line takes
 * @param value what the recipe says, empty where it leaves that to the project
 */
public record RecipePart(String key, String value) {}
