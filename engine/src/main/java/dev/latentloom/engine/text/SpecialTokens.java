package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The named tokens of a model folder ({@code bos_token}, {@code eos_token}, …) and its ends of
 * text.
 *
 * <p>Source: {@code tokenizer_config.json} for the names; {@code config.json} and {@code
 * generation_config.json} for ends of text. Every file may be absent.
 */
public final class SpecialTokens {
    private static final Set<String> NAMES =
            Set.of(
                    "bos_token",
                    "eos_token",
                    "unk_token",
                    "sep_token",
                    "pad_token",
                    "cls_token",
                    "mask_token");

    private final Map<String, String> byName;
    private final Set<Long> endIds;

    private SpecialTokens(Map<String, String> byName, Set<Long> endIds) {
        this.byName = Collections.unmodifiableMap(byName);
        this.endIds = Collections.unmodifiableSet(endIds);
    }

    /** Reads what the files of a model folder say; a malformed one gives the exception. */
    static SpecialTokens load(Path folder) throws WorkbenchException {
        Map<String, String> byName = new LinkedHashMap<>();
        Optional<JsonNode> config =
                TextFiles.optionalObject(folder.resolve("tokenizer_config.json"));
        config.ifPresent(node -> readNames(node, byName));
        Set<Long> ends = new TreeSet<>();
        for (String name : new String[] {"config.json", "generation_config.json"}) {
            TextFiles.optionalObject(folder.resolve(name)).ifPresent(node -> readEnds(node, ends));
        }
        return new SpecialTokens(byName, ends);
    }

    private static void readNames(JsonNode config, Map<String, String> byName) {
        for (String name : NAMES) {
            JsonNode value = config.path(name);
            // a plain string, or the object form {"__type": "AddedToken", "content": …}
            JsonNode content = value.isObject() ? value.path("content") : value;
            if (content.isTextual() && !content.asText().isEmpty()) {
                byName.put(name, content.asText());
            }
        }
    }

    private static void readEnds(JsonNode config, Set<Long> ends) {
        JsonNode own = config.path("eos_token_id");
        // multimodal checkpoints keep the language model's part in text_config
        JsonNode eos = own.isMissingNode() ? config.path("text_config").path("eos_token_id") : own;
        if (eos.isArray()) {
            eos.forEach(id -> addEnd(id, ends));
        } else {
            addEnd(eos, ends);
        }
    }

    private static void addEnd(JsonNode id, Set<Long> ends) {
        if (id.isIntegralNumber() && id.canConvertToLong() && id.asLong() >= 0) {
            ends.add(id.asLong());
        }
    }

    /**
     * The token called {@code name}, such as {@code bos_token}; empty where it is null or absent.
     */
    public Optional<String> token(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All named tokens that are set; this is what a chat template sees. */
    public Map<String, String> named() {
        return byName;
    }

    /** Id of the token called {@code name}; empty where it is unset or not in the vocabulary. */
    OptionalLong id(String name, Vocabulary vocabulary) {
        String token = byName.get(name);
        return token == null ? OptionalLong.empty() : vocabulary.id(token);
    }

    /** Ids that end a text, ascending: those of both configurations and the {@code eos_token}. */
    long[] endIds(Vocabulary vocabulary) {
        Set<Long> all = new TreeSet<>(endIds);
        id("eos_token", vocabulary).ifPresent(all::add);
        return all.stream().mapToLong(Long::longValue).toArray();
    }
}
