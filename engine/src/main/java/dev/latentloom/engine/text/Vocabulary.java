package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Tokens and their ids as {@code tokenizer.json} lists them: the model's, then the added ones. */
public final class Vocabulary {
    private final Map<String, Long> ids;
    private final Map<Long, String> tokens;
    private final OptionalLong unknown;

    private Vocabulary(Map<String, Long> ids, OptionalLong unknown) {
        this.ids = Collections.unmodifiableMap(ids);
        this.unknown = unknown;
        this.tokens = new HashMap<>(ids.size() * 2);
        ids.forEach((token, id) -> tokens.put(id, token));
    }

    /** Reads {@code model.vocab} (a map, or Unigram's list of pairs) and {@code added_tokens}. */
    static Vocabulary of(JsonNode tokenizerJson) {
        Map<String, Long> ids = new LinkedHashMap<>();
        JsonNode vocab = tokenizerJson.path("model").path("vocab");
        if (vocab.isArray()) {
            long id = 0;
            for (JsonNode pair : vocab) {
                ids.put(pair.path(0).asText(), id++);
            }
        } else {
            vocab.properties().forEach(entry -> ids.put(entry.getKey(), entry.getValue().asLong()));
        }
        for (JsonNode added : tokenizerJson.path("added_tokens")) {
            ids.put(added.path("content").asText(), added.path("id").asLong());
        }
        return new Vocabulary(ids, unknown(tokenizerJson.path("model"), ids));
    }

    private static OptionalLong unknown(JsonNode model, Map<String, Long> ids) {
        JsonNode place = model.path("unk_id"); // of Unigram; other models name the token
        if (place.isIntegralNumber()) {
            return OptionalLong.of(place.asLong());
        }
        Long id = ids.get(model.path("unk_token").asText(""));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Id of exactly this token, as the file spells it; empty when there is none. */
    public OptionalLong id(String token) {
        Long id = ids.get(token);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Spelling of an id as the file has it; empty where the vocabulary has a gap. */
    public Optional<String> spelling(long id) {
        return Optional.ofNullable(tokens.get(id));
    }

    /**
     * Spelling of an id; an {@link IllegalArgumentException} when the vocabulary has a gap there.
     */
    public String token(long id) {
        String token = tokens.get(id);
        if (token == null) {
            throw new IllegalArgumentException("no token has the id " + id);
        }
        return token;
    }

    /** Id that stands for whatever has no token; empty where every text has tokens, as bytes do. */
    public OptionalLong unknown() {
        return unknown;
    }

    /** Number of tokens, added ones included. */
    public int size() {
        return ids.size();
    }

    /** All tokens and ids in the file's order; cannot be changed. */
    public Map<String, Long> asMap() {
        return ids;
    }
}
