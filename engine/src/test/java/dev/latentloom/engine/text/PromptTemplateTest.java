package dev.latentloom.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

class PromptTemplateTest {
    private static final Map<String, String> FIELDS = Map.of("question", "Why?", "hint", "");

    private static FilledText fill(String prompt, String... filled) throws WorkbenchException {
        return PromptTemplate.parse(prompt).fill(FIELDS, Set.of("plan", "back"), Set.of(filled));
    }

    private static FilledText.Piece words(String text) {
        return new FilledText.Words(text);
    }

    @Test
    void fieldsBecomeWordsAndFilledSlotsStayOpen() throws WorkbenchException {
        assertEquals(
                List.of(words("Q: Why?\nPlan: "), new Slot("plan"), words("!")),
                fill("Q: {{question}}\nPlan: {{ plan }}!{{back}}", "plan").pieces());
    }

    @Test
    void aSectionAndItsLinesShowOnlyWhenItsSlotIsFilled() throws WorkbenchException {
        String prompt = "A\n{{#plan}}\nPlan: {{plan}}\n  {{/plan}}\nB {{#back}}x{{back}}{{/back}}.";
        assertEquals(List.of(words("A\nB .")), fill(prompt).pieces());
        assertEquals(
                List.of(words("A\nPlan: "), new Slot("plan"), words("\nB .")),
                fill(prompt, "plan").pieces());
        assertEquals(
                List.of(words("A\nB x"), new Slot("back"), words(".")),
                fill(prompt, "back").pieces());
    }

    @Test
    void aSectionOfAFieldShowsUnlessTheFieldIsEmpty() throws WorkbenchException {
        assertEquals(
                List.of(words("[Why?]")),
                fill("{{#question}}[{{question}}]{{/question}}{{#hint}}h{{/hint}}").pieces());
    }

    @Test
    void bracesInAQuestionStayBraces() throws WorkbenchException {
        FilledText text =
                PromptTemplate.parse("{{question}}|{{plan}}")
                        .fill(
                                Map.of("question", "{{plan}} {{#plan}}"),
                                Set.of("plan"),
                                Set.of("plan"));
        assertEquals(List.of(words("{{plan}} {{#plan}}|"), new Slot("plan")), text.pieces());
        assertEquals("{{plan}} {{#plan}}|{{question}}", text.text(Map.of("plan", "{{question}}")));
    }

    @Test
    void unknownNamesAndHalfSectionsAreRefused() {
        assertEquals("text.promptName", refusal("{{quesiton}}"));
        assertEquals("text.promptSection", refusal("{{#plan}} a"));
        assertEquals("text.promptSection", refusal("a {{/plan}}"));
        assertEquals("text.promptSection", refusal("{{#plan}}{{#back}}{{/plan}}{{/back}}"));
    }

    private static String refusal(String prompt) {
        return assertThrows(WorkbenchException.class, () -> fill(prompt)).key();
    }
}
