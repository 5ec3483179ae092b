package dev.latentloom.engine.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class WordTokenizerJsonTest {
    @Test
    void everyWordIsOneTokenAndDecodesBack(@TempDir Path folder) throws IOException {
        Vocabulary words = new Vocabulary(List.of("e1", "e11", "[", "]", "OUT", "."));
        WordTokenizerJson.write(words, folder);
        try (HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.newInstance(folder.resolve("tokenizer.json"))) {
            long[] ids = tokenizer.encode("<bos> e11 . [ e1 ] OUT zebra", true, false).getIds();
            assertArrayEquals(new long[] {1, 5, 9, 6, 4, 7, 8, 3}, ids);
            assertEquals("e11 . [ e1 ]", tokenizer.decode(new long[] {5, 9, 6, 4, 7}, true));
        }
    }
}
