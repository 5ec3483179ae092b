package dev.latentloom.engine.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PromptRendererTest {
    private static final Path TOKENIZERS = Path.of("src/test/resources/golden/tokenizers");
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final FilledText USER =
            new FilledText(
                    List.of(
                            new FilledText.Words(" Why? \uE0F00\uE0F1 "),
                            new Slot("plan"),
                            new FilledText.Words("\n")));
    private static final String QWEN_LIKE =
            "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content | trim }}<|im_end|>\n{% endfor %}"
                    + "{% if add_generation_prompt %}<|im_start|>assistant\n"
                    + "{% if enable_thinking is false %}<think></think>{% endif %}{% endif %}";
    private static final String NO_SYSTEM =
            "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}"
                    + "[{{ messages[0].content }}]";
    private static final String DROPS_SYSTEM =
            "{% for m in messages if m.role == 'user' %}[{{ m.content }}]{% endfor %}";

    private static ChatTemplate template(String source) throws WorkbenchException {
        return ChatTemplate.of(source, Path.of("chat_template.jinja"), Map.of());
    }

    private static String shown(Tokenizer tokenizer, PromptPieces pieces) {
        StringBuilder text = new StringBuilder();
        for (PromptPieces.Piece piece : pieces.pieces()) {
            switch (piece) {
                case Slot slot -> text.append("@").append(slot.name()).append("@");
                case PromptPieces.Ids run -> text.append(tokenizer.decode(longs(run.ids()), false));
            }
        }
        return text.toString();
    }

    private static long[] longs(List<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void aChatIsRenderedFirstAndThenCutAtItsSlots() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZERS.resolve("qwen2-tiny"))) {
            PromptRenderer renderer = new PromptRenderer(tokenizer, template(QWEN_LIKE), CLOCK);
            PromptPieces pieces = renderer.pieces("You plan.", USER);
            assertEquals(
                    "<|im_start|>system\nYou plan.<|im_end|>\n<|im_start|>user\n"
                            + "Why? \uE0F00\uE0F1 @plan@<|im_end|>\n<|im_start|>assistant\n<think></think>",
                    shown(tokenizer, pieces));
            assertEquals(List.of("plan"), pieces.slots());
            assertEquals(3, pieces.pieces().size());
        }
    }

    @Test
    void textInASlotIsTokenisedTogetherWithItsSurroundings() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZERS.resolve("qwen2-tiny"))) {
            PromptRenderer renderer = new PromptRenderer(tokenizer, template(QWEN_LIKE), CLOCK);
            String text = renderer.text("", USER, Map.of("plan", "{{plan}} he"));
            assertEquals(
                    "<|im_start|>user\nWhy? \uE0F00\uE0F1 {{plan}} he<|im_end|>\n"
                            + "<|im_start|>assistant\n<think></think>",
                    text);
            assertArrayEquals(
                    tokenizer.encode(text, false),
                    renderer.ids("", USER, Map.of("plan", "{{plan}} he")));
        }
    }

    @Test
    void systemTextGoesBeforeTheUsersWhereTheTemplateHasNoPlaceForIt() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZERS.resolve("qwen2-tiny"))) {
            for (String source : List.of(NO_SYSTEM, DROPS_SYSTEM)) {
                PromptRenderer renderer = new PromptRenderer(tokenizer, template(source), CLOCK);
                assertEquals(
                        "[You plan.\n\n Why? \uE0F00\uE0F1 @plan@\n]",
                        shown(tokenizer, renderer.pieces("You plan.", USER)));
            }
        }
    }

    @Test
    void withoutATemplateOnlyTheBeginningGetsSpecialTokens() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZERS.resolve("llama3-tiny"))) {
            PromptRenderer renderer = new PromptRenderer(tokenizer, null, CLOCK);
            PromptPieces pieces = renderer.pieces("Sys", USER);
            assertEquals(
                    "<|begin_of_text|>Sys\n\n Why? \uE0F00\uE0F1 @plan@\n",
                    shown(tokenizer, pieces));
            List<Long> first = new ArrayList<>(List.of(tokenizer.bosId().getAsLong()));
            for (long id : tokenizer.encode("Sys\n\n Why? \uE0F00\uE0F1 ", false)) {
                first.add(id);
            }
            assertEquals(new PromptPieces.Ids(first), pieces.pieces().getFirst());
        }
    }

    @Test
    void aTemplateThatLosesTheUsersTextIsRefused() throws WorkbenchException {
        try (Tokenizer tokenizer = Tokenizer.load(TOKENIZERS.resolve("qwen2-tiny"))) {
            for (String source : List.of("hello", "{{ messages[0].content * 2 }}")) {
                PromptRenderer renderer = new PromptRenderer(tokenizer, template(source), CLOCK);
                WorkbenchException e =
                        assertThrows(WorkbenchException.class, () -> renderer.pieces("", USER));
                assertEquals("text.promptLost", e.key());
            }
        }
    }

    @Test
    void aFolderWithoutATemplateHasNone() throws WorkbenchException {
        assertEquals(Optional.empty(), ChatTemplate.load(TOKENIZERS.resolve("qwen2-tiny")));
    }
}
