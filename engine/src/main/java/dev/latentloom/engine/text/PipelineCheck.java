package dev.latentloom.engine.text;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;

/**
 * Looks through normalizer, pre-tokenizer, post-processor and decoder of a {@code tokenizer.json}
 * for what makes the native library panic instead of reporting an error.
 */
final class PipelineCheck {
    private final Path file;

    PipelineCheck(Path file) {
        this.file = file;
    }

    /** Throws the exception that names the first field the library could stumble over. */
    void check(JsonNode root) throws WorkbenchException {
        for (String part :
                new String[] {"normalizer", "pre_tokenizer", "post_processor", "decoder"}) {
            walk(root.path(part), part);
        }
    }

    private void walk(JsonNode node, String where) throws WorkbenchException {
        if (node.isObject()) {
            checkStep(node, where);
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                walk(child, where);
            }
        }
    }

    private void checkStep(JsonNode step, String where) throws WorkbenchException {
        // by fields, not by type: without a type the library goes by the fields too
        if (step.has("single") || step.has("pair")) {
            checkTemplate(step, where);
        }
        if (step.has("precompiled_charsmap")) {
            need(CharsMap.sound(step.path("precompiled_charsmap")), where);
        }
        need(step.path("length").asLong(1) > 0, where);
        // the Strip decoder cuts `stop` characters off without looking whether there are so many
        need(step.path("stop").asLong(0) == 0, where);
        JsonNode pattern = step.path("pattern");
        for (String kind : new String[] {"Regex", "String"}) {
            JsonNode text = pattern.path(kind);
            need(text.isMissingNode() || !text.asText().isEmpty(), where);
        }
        JsonNode regex = pattern.path("Regex");
        if (regex.isTextual() && !RegexCheck.tame(regex.asText())) {
            throw new WorkbenchException(
                    "text.tokenizerRegex", file.toString(), where, regex.asText());
        }
    }

    /** Special tokens must be defined, and a single text has no second sequence. */
    private void checkTemplate(JsonNode step, String where) throws WorkbenchException {
        JsonNode tokens = step.path("special_tokens");
        for (String form : new String[] {"single", "pair"}) {
            for (JsonNode piece : step.path(form)) {
                JsonNode sequence = piece.path("Sequence");
                JsonNode token = piece.path("SpecialToken");
                boolean pair = "pair".equals(form);
                need(pair || !"B".equals(sequence.path("id").asText()), where);
                need(token.isMissingNode() || tokens.has(token.path("id").asText()), where);
            }
        }
        for (JsonNode token : tokens) {
            need(token.path("ids").size() == token.path("tokens").size(), where);
        }
    }

    private void need(boolean condition, String field) throws WorkbenchException {
        if (!condition) {
            throw new WorkbenchException("text.tokenizerField", file.toString(), field);
        }
    }
}
