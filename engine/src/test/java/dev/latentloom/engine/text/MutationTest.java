package dev.latentloom.engine.text;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Damaged files either load or give the one exception users see; the process lives on. */
class MutationTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers");
    private static final String[] NAMES = {"gemma-tiny", "llama3-tiny", "qwen2-tiny", "spm-tiny"};
    private static final int ROUNDS = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEMPLATE =
            "{%- set ns = namespace(n=0) %}{% macro f(a, b='x') %}{{ a ~ b }}{% endmacro %}"
                    + "{%- for m in messages[::-1] if m.role != 'tool' -%}\n"
                    + "  {% if loop.first and not m['content'] is none %}{{ f(m.content | trim, b=\"\\n\") }}"
                    + "{% elif loop.index0 % 2 == 0 %}{% continue %}{% else %}{{ m | tojson(indent=2) }}"
                    + "{% endif %}{% set ns.n = ns.n + 1 * 2 %}{% endfor %}{{ ns.n }}"
                    + "{{ messages | selectattr('role', 'equalto', 'user') | map(attribute='content') | join(', ') }}";

    @TempDir private Path folder;
    private final Random random = new Random(20240705);

    private String mutate(String text) {
        StringBuilder result = new StringBuilder(text);
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(result.length());
            int end = Math.min(result.length(), at + 1 + random.nextInt(12));
            String piece = result.substring(at, end);
            switch (random.nextInt(4)) {
                case 0 -> result.delete(at, end);
                case 1 -> result.insert(random.nextInt(result.length()), piece);
                case 2 -> result.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> result.insert(at, piece.repeat(20));
            }
        }
        return result.toString();
    }

    private void damage(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers, true);
        JsonNode target = containers.get(random.nextInt(containers.size()));
        int at = random.nextInt(target.size());
        JsonNode other =
                random.nextBoolean()
                        ? value()
                        : containers.get(random.nextInt(containers.size())).deepCopy();
        if (target instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            if (random.nextInt(3) == 0) {
                object.remove(keys.get(at));
            } else {
                object.set(keys.get(at), other);
            }
        } else if (target instanceof ArrayNode array) {
            array.set(at, other);
        }
    }

    /** Everything outside the vocabulary is as likely to be hit as the vocabulary as a whole. */
    private static void collect(JsonNode node, List<JsonNode> containers, boolean deep) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.properties()
                    .forEach(
                            e -> {
                                boolean large = e.getKey().equals("merges");
                                collect(e.getValue(), containers, !large);
                            });
            if (deep && node.isArray()) {
                node.forEach(child -> collect(child, containers, true));
            }
        }
    }

    private JsonNode value() {
        Object[] values = {
            null,
            true,
            -1,
            0,
            7,
            4294967296L,
            1e300,
            "",
            "a",
            "\uD83D\uDE42",
            "####",
            "(a+)+",
            List.of(),
            Map.of(),
            List.of("a", "b"),
            Map.of("Regex", ".*"),
            Map.of("String", "a")
        };
        return MAPPER.valueToTree(values[random.nextInt(values.length)]);
    }

    private boolean tokenizerSurvives(String json, String config) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), json, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("tokenizer_config.json"), config, StandardCharsets.UTF_8);
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            tokenizer.decode(tokenizer.encode("the \u00e9 12 \uD83D\uDE42  x", true), true);
            tokenizer.endIds();
            return true;
        } catch (WorkbenchException e) {
            return false;
        }
    }

    @Test
    void damagedTokenizersLoadOrAreRefused() {
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    int loaded = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        Path source = GOLDEN.resolve(NAMES[round % NAMES.length]);
                        String json = Files.readString(source.resolve("tokenizer.json"));
                        String config = Files.readString(source.resolve("tokenizer_config.json"));
                        if (round % 3 == 0) {
                            json = mutate(json);
                        } else if (round % 3 == 1) {
                            JsonNode root = MAPPER.readTree(json);
                            damage(root);
                            json = root.toString();
                        } else {
                            config = mutate(config);
                        }
                        loaded += tokenizerSurvives(json, config) ? 1 : 0;
                    }
                    boolean both = loaded > ROUNDS / 20 && loaded < ROUNDS - ROUNDS / 20;
                    assertTrue(both, "loaded " + loaded);
                });
    }

    @Test
    void damagedTemplatesRenderOrAreRefused() {
        List<ChatMessage> chat =
                List.of(ChatMessage.of("user", "a"), ChatMessage.of("assistant", "b"));
        ChatOptions options = ChatOptions.toAnswer(LocalDateTime.of(2024, 1, 1, 0, 0));
        assertTimeout(
                Duration.ofSeconds(60),
                () -> {
                    int rendered = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        try {
                            ChatTemplate.of(mutate(TEMPLATE), folder, Map.of())
                                    .render(chat, options);
                            rendered++;
                        } catch (WorkbenchException e) {
                            assertTrue(e.key().startsWith("text.template"), e.key());
                        }
                    }
                    boolean both = rendered > ROUNDS / 20 && rendered < ROUNDS - ROUNDS / 20;
                    assertTrue(both, "rendered " + rendered);
                });
    }
}
