package dev.latentloom.engine.train;

/**
 * One stage of a recipe.
 *
 * @param method how links learn in it
 * @param iterations of this stage where the recipe's own number is not changed
 * @param rate its peak learning rate as a share of the recipe's
 */
public record RecipeStage(Method method, int iterations, double rate) {}
