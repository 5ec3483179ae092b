package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.text.EncodedText;
import dev.latentloom.engine.text.StreamingDecoder;
import dev.latentloom.engine.text.Tokenizer;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds one tokenizer against its {@code golden.json}: ids, tokens, offsets, decodes, the decode of
 * every prefix, random ids, a batch and a pair. One comparison per item of that file.
 */
final class TokenizerParity {
    private static final String PART = "tokenizer";

    private final String caseName;
    private final Tokenizer tokenizer;
    private final JsonNode golden;
    private final List<Comparison> results = new ArrayList<>();

    private TokenizerParity(String caseName, Tokenizer tokenizer, JsonNode golden) {
        this.caseName = caseName;
        this.tokenizer = tokenizer;
        this.golden = golden;
    }

    /** Compares the tokenizer in {@code folder} with the {@code golden.json} beside it. */
    static List<Comparison> compare(Path folder, JsonNode golden) {
        String caseName = String.valueOf(folder.getFileName());
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            return new TokenizerParity(caseName, tokenizer, golden).run();
        } catch (WorkbenchException e) {
            String note = String.valueOf(e.getMessage());
            return List.of(Comparison.ofEquality(PART, caseName, "load", note));
        }
    }

    private List<Comparison> run() {
        int index = 0;
        for (JsonNode item : golden.path("cases")) {
            add("text." + index++, text(item));
        }
        index = 0;
        for (JsonNode item : golden.path("streaming_prefix_decodes")) {
            add("stream." + index++, stream(item));
        }
        index = 0;
        for (JsonNode item : golden.path("random_id_decodes")) {
            add("random." + index++, random(item));
        }
        if (golden.has("batch")) {
            add("batch", batch(golden.path("batch")));
        }
        if (golden.has("pair")) {
            add("pair", pair(golden.path("pair")));
        }
        return results;
    }

    private void add(String name, @Nullable String problem) {
        results.add(Comparison.ofEquality(PART, caseName, name, problem));
    }

    private @Nullable String text(JsonNode item) {
        String text = item.path("text").asText();
        EncodedText encoded = tokenizer.encodeWithTokens(text, true);
        long[] plain = tokenizer.encode(text, false);
        return new Differences()
                .equal("ids", item.path("ids"), encoded.ids())
                .equal("ids_without_special", item.path("ids_without_special"), plain)
                .equal("tokens", item.path("tokens"), encoded.tokens())
                .equal("offsets_codepoints", item.path("offsets_codepoints"), offsets(encoded))
                .equal(
                        "decoded_skip_special",
                        item.path("decoded_skip_special"),
                        tokenizer.decode(encoded.ids(), true))
                .equal(
                        "decoded_keep_special",
                        item.path("decoded_keep_special"),
                        tokenizer.decode(encoded.ids(), false))
                .first();
    }

    private static List<List<Integer>> offsets(EncodedText encoded) {
        List<List<Integer>> offsets = new ArrayList<>();
        for (int i = 0; i < encoded.ids().length; i++) {
            offsets.add(List.of(encoded.starts()[i], encoded.ends()[i]));
        }
        return offsets;
    }

    /** Every prefix decodes as the file says; streamed pieces are prefixes and join to the end. */
    private @Nullable String stream(JsonNode item) {
        long[] ids = Differences.longs(item.path("ids"));
        List<String> prefixes = new ArrayList<>();
        StreamingDecoder decoder = new StreamingDecoder(tokenizer, false);
        StringBuilder streamed = new StringBuilder();
        Differences differences = new Differences();
        for (int n = 1; n <= ids.length; n++) {
            prefixes.add(tokenizer.decode(Arrays.copyOf(ids, n), false));
            streamed.append(decoder.add(ids[n - 1]));
            String expected = item.path("decoded_prefixes").path(n - 1).asText();
            if (!expected.endsWith("\uFFFD")) {
                differences.equal("streamed text", expected, streamed.toString());
            }
        }
        streamed.append(decoder.flush());
        String last = prefixes.isEmpty() ? "" : prefixes.getLast();
        return differences
                .equal("decoded_prefixes", item.path("decoded_prefixes"), prefixes)
                .equal("streamed text", last, streamed.toString())
                .first();
    }

    private @Nullable String random(JsonNode item) {
        long[] ids = Differences.longs(item.path("ids"));
        return new Differences()
                .equal("skip_special", item.path("skip_special"), tokenizer.decode(ids, true))
                .equal("keep_special", item.path("keep_special"), tokenizer.decode(ids, false))
                .first();
    }

    private @Nullable String batch(JsonNode item) {
        List<String> texts = new ArrayList<>();
        item.path("texts").forEach(text -> texts.add(text.asText()));
        return new Differences()
                .equal("ids", item.path("ids"), tokenizer.encodeAll(texts, true))
                .first();
    }

    private @Nullable String pair(JsonNode item) {
        EncodedText encoded =
                tokenizer.encodePair(item.path("a").asText(), item.path("b").asText());
        return new Differences()
                .equal("ids", item.path("ids"), encoded.ids())
                .equal("type_ids", item.path("type_ids"), encoded.typeIds())
                .first();
    }
}
