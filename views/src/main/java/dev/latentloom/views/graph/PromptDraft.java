package dev.latentloom.views.graph;

import java.nio.file.Path;
import java.util.Set;

/**
 * A prompt as it is written, and for whom.
 *
 * @param model folder of the model that will read it
 * @param prompt user text with slots
 * @param slots every slot a wire leads into
 * @param filled those with thoughts in them
 * @param question the question's text; empty where none is written
 */
public record PromptDraft(
        Path model,
        String system,
        String prompt,
        Set<String> slots,
        Set<String> filled,
        String question) {
    public PromptDraft {
        slots = Set.copyOf(slots);
        filled = Set.copyOf(filled);
    }
}
