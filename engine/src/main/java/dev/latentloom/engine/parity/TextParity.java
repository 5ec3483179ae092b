package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds tokenizers and chat templates against a folder of reference values: {@code
 * tokenizers/NAME/golden.json} beside its {@code tokenizer.json}, and {@code chat/chat_cases.json}
 * with the templates it names. Parts the folder lacks give no comparison.
 */
public final class TextParity {
    private TextParity() {}

    /**
     * Compares everything below {@code folder} that concerns text.
     *
     * @throws IOException if a reference file cannot be read
     */
    public static List<Comparison> compare(Path folder) throws IOException {
        List<Comparison> results = new ArrayList<>();
        Path tokenizers = folder.resolve("tokenizers");
        if (Files.isDirectory(tokenizers)) {
            for (Path tokenizer : children(tokenizers)) {
                Path golden = tokenizer.resolve("golden.json");
                if (Files.isRegularFile(golden)) {
                    results.addAll(TokenizerParity.compare(tokenizer, read(golden)));
                }
            }
        }
        Path cases = folder.resolve("chat").resolve("chat_cases.json");
        if (Files.isRegularFile(cases)) {
            results.addAll(new ChatParity(folder.resolve("chat"), read(cases)).compare());
        }
        return results;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return RunJson.MAPPER.readTree(file.toFile());
    }
}
