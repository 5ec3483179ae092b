package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;

/**
 * Looks through a {@code tokenizer.json} before the native library gets it. The library answers
 * most malformed files with an error, but some with a panic that would end the whole process; those
 * are refused here.
 */
final class TokenizerCheck {
    private static final long LARGEST_ID = Integer.MAX_VALUE;

    private final Path file;
    private final JsonNode root;
    private final Vocabulary vocabulary;

    TokenizerCheck(Path file, JsonNode root, Vocabulary vocabulary) {
        this.file = file;
        this.root = root;
        this.vocabulary = vocabulary;
    }

    /** Throws the exception that names the first field the library could stumble over. */
    void check() throws WorkbenchException {
        JsonNode model = root.path("model");
        need(model.isObject(), "model");
        checkVocab(model);
        checkAdded();
        // the oldest files leave the type out; only BPE has merges
        String type = model.path("type").asText(model.has("merges") ? "BPE" : "");
        switch (type) {
            case "BPE" -> checkBpe(model);
            case "WordLevel", "WordPiece" -> checkUnknown(model);
            case "Unigram" -> checkUnigram(model);
            default ->
                    throw new WorkbenchException(
                            "text.tokenizerUnsupported", file.toString(), "model.type", type);
        }
        new PipelineCheck(file).check(root);
    }

    private void checkVocab(JsonNode model) throws WorkbenchException {
        JsonNode vocab = model.path("vocab");
        need(vocab.isObject() || vocab.isArray(), "model.vocab");
        need(!vocab.isEmpty(), "model.vocab");
        if (vocab.isArray()) {
            for (JsonNode pair : vocab) {
                boolean ok = pair.path(0).isTextual() && pair.path(1).isNumber();
                need(ok && pair.size() == 2, "model.vocab");
            }
        } else {
            for (JsonNode id : vocab) {
                needId(id, "model.vocab");
            }
        }
    }

    private void checkAdded() throws WorkbenchException {
        JsonNode added = root.path("added_tokens");
        need(added.isMissingNode() || added.isArray(), "added_tokens");
        for (JsonNode token : added) {
            needId(token.path("id"), "added_tokens");
            need(token.path("content").isTextual(), "added_tokens");
            need(!token.path("content").asText().isEmpty(), "added_tokens");
        }
    }

    private void checkBpe(JsonNode model) throws WorkbenchException {
        need(model.path("vocab").isObject(), "model.vocab");
        JsonNode prefix = model.path("continuing_subword_prefix");
        need(prefix.isMissingNode() || prefix.isNull() || prefix.isTextual(), prefixField());
        JsonNode merges = model.path("merges");
        need(merges.isArray(), "model.merges");
        for (JsonNode merge : merges) {
            checkMerge(merge, prefix.isTextual() ? prefix.asText() : "");
        }
        JsonNode unknown = model.path("unk_token");
        if (!unknown.asText("").isEmpty()) {
            needToken(unknown.asText(), "model.unk_token");
        }
    }

    /** The library cuts the prefix off every right half without looking. */
    private void checkMerge(JsonNode merge, String prefix) throws WorkbenchException {
        String right;
        if (merge.isTextual()) {
            int space = merge.asText().indexOf(' ');
            need(space >= 0, "model.merges");
            right = merge.asText().substring(space + 1);
        } else {
            boolean pair = merge.isArray() && merge.size() == 2;
            need(pair && merge.path(0).isTextual() && merge.path(1).isTextual(), "model.merges");
            right = merge.path(1).asText();
        }
        need(right.startsWith(prefix), prefixField());
    }

    private static String prefixField() {
        return "model.continuing_subword_prefix";
    }

    private void checkUnknown(JsonNode model) throws WorkbenchException {
        need(model.path("vocab").isObject(), "model.vocab");
        JsonNode unknown = model.path("unk_token");
        need(unknown.isTextual(), "model.unk_token");
        needToken(unknown.asText(), "model.unk_token");
    }

    private void checkUnigram(JsonNode model) throws WorkbenchException {
        JsonNode vocab = model.path("vocab");
        need(vocab.isArray(), "model.vocab");
        JsonNode unknown = model.path("unk_id");
        needId(unknown, "model.unk_id");
        need(unknown.asLong() < vocab.size(), "model.unk_id");
    }

    private void needToken(String token, String field) throws WorkbenchException {
        if (vocabulary.id(token).isEmpty()) {
            throw new WorkbenchException("text.tokenizerToken", file.toString(), field, token);
        }
    }

    private void needId(JsonNode id, String field) throws WorkbenchException {
        boolean whole = id.isIntegralNumber() && id.canConvertToLong();
        need(whole && id.asLong() >= 0 && id.asLong() < LARGEST_ID, field);
    }

    private void need(boolean condition, String field) throws WorkbenchException {
        if (!condition) {
            throw new WorkbenchException("text.tokenizerField", file.toString(), field);
        }
    }
}
