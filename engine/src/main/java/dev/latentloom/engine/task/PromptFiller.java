package dev.latentloom.engine.task;

import dev.latentloom.engine.graph.PromptPart;
import dev.latentloom.engine.graph.PromptParts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a tiny agent's prompt with tokens, just as a run fills it with thoughts. */
final class PromptFiller {
    private final Vocabulary vocabulary;
    private final PromptParts parts;

    PromptFiller(Vocabulary vocabulary, String prompt) {
        this.vocabulary = vocabulary;
        this.parts = PromptParts.of(prompt);
    }

    /**
     * The prompt's positions.
     *
     * @param question the question's words
     * @param slots contents by slot name; a slot that is missing is empty, and so are its sections
     */
    List<PromptToken> fill(String question, Map<String, List<TokenMix>> slots) {
        List<PromptToken> filled = new ArrayList<>();
        for (PromptPart part : parts.list()) {
            String condition = part.onlyIf();
            if (condition != null && slots.getOrDefault(condition, List.of()).isEmpty()) {
                continue;
            }
            if (!part.slot()) {
                addWords(filled, part.text());
            } else if (part.text().equals(PromptParts.QUESTION)) {
                addWords(filled, question);
            } else {
                slots.getOrDefault(part.text(), List.of())
                        .forEach(mix -> filled.add(new PromptToken(mix, true)));
            }
        }
        return filled;
    }

    private void addWords(List<PromptToken> filled, String text) {
        vocabulary.encode(text).forEach(id -> filled.add(new PromptToken(TokenMix.of(id), false)));
    }
}
