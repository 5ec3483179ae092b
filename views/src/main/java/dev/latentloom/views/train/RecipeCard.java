package dev.latentloom.views.train;

import java.util.List;

/**
 * A recipe as people see it.
 *
 * @param name its name
 * @param parts what it is made of, in order
 */
public record RecipeCard(String name, List<RecipePart> parts) {
    public RecipeCard {
        parts = List.copyOf(parts);
    }

    /** Message key of the sentence that says what it does. */
    String sentence() {
        return "train.about." + name;
    }
}
