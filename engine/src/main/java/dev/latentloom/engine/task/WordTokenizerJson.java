package dev.latentloom.engine.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a vocabulary as a HuggingFace tokenizer: words between white space, one token each; no
 * token is added to an encoded text, and decoding joins words with spaces.
 */
public final class WordTokenizerJson {
    private static final List<String> SPECIAL =
            List.of(Vocabulary.PAD, Vocabulary.BOS, Vocabulary.EOM, Vocabulary.UNKNOWN);

    private WordTokenizerJson() {}

    /** Writes {@code tokenizer.json} and {@code tokenizer_config.json} into an existing folder. */
    public static void write(Vocabulary vocabulary, Path folder) throws IOException {
        var writer = RunJson.MAPPER.writerWithDefaultPrettyPrinter();
        Files.writeString(
                folder.resolve("tokenizer.json"), writer.writeValueAsString(tokenizer(vocabulary)));
        Files.writeString(
                folder.resolve("tokenizer_config.json"), writer.writeValueAsString(config()));
    }

    private static ObjectNode tokenizer(Vocabulary vocabulary) {
        ObjectNode root = RunJson.MAPPER.createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding");
        ArrayNode added = root.putArray("added_tokens");
        for (String word : SPECIAL) {
            added.add(addedToken(vocabulary.id(word), word));
        }
        root.putNull("normalizer");
        root.putObject("pre_tokenizer").put("type", "WhitespaceSplit");
        root.putNull("post_processor").putNull("decoder");
        ObjectNode model = root.putObject("model").put("type", "WordLevel");
        ObjectNode ids = model.putObject("vocab");
        for (int i = 0; i < vocabulary.size(); i++) {
            ids.put(vocabulary.words().get(i), i);
        }
        model.put("unk_token", Vocabulary.UNKNOWN);
        return root;
    }

    private static ObjectNode addedToken(int id, String word) {
        return RunJson.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("content", word)
                .put("single_word", false)
                .put("lstrip", false)
                .put("rstrip", false)
                .put("normalized", false)
                .put("special", true);
    }

    private static ObjectNode config() {
        return RunJson.MAPPER
                .createObjectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("pad_token", Vocabulary.PAD)
                .put("bos_token", Vocabulary.BOS)
                .put("eos_token", Vocabulary.EOM)
                .put("unk_token", Vocabulary.UNKNOWN)
                .put("add_bos_token", false)
                .put("add_eos_token", false)
                .put("clean_up_tokenization_spaces", false);
    }
}
