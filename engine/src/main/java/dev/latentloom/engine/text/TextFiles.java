package dev.latentloom.engine.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files around a tokenizer; every failure names the file and says what to do. */
final class TextFiles {
    /** Larger than the largest tokenizer.json in use, about 35 MB, by a wide margin. */
    static final long LARGEST_FILE = 256L << 20;

    private static final int DEEPEST_NESTING = 60;

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST_NESTING)
                                    .maxStringLength(16 << 20)
                                    .build())
                    // two readers that resolve a doubled key differently would disagree silently
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final ObjectMapper STRICT =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private TextFiles() {}

    /** The bytes of a file that has to be there. */
    static byte[] bytes(Path file) throws WorkbenchException {
        if (!Files.isRegularFile(file)) {
            throw new WorkbenchException("text.fileMissing", file.toString());
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new WorkbenchException(
                        "text.fileTooLarge", file.toString(), size >> 20, LARGEST_FILE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WorkbenchException(e, "text.fileUnreadable", file.toString(), reason(e));
        }
    }

    /** Parses the bytes of {@code file}, which must be one JSON object. */
    static JsonNode object(Path file, byte[] bytes) throws WorkbenchException {
        JsonNode node;
        try {
            node = STRICT.readTree(bytes);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null ? "" : " (" + e.getLocation().getLineNr() + ")";
            throw new WorkbenchException(
                    e, "text.notJson", file.toString(), e.getOriginalMessage() + place);
        } catch (IOException e) {
            throw new WorkbenchException(e, "text.notJson", file.toString(), reason(e));
        }
        if (!node.isObject()) {
            throw new WorkbenchException("text.notJson", file.toString(), "no JSON object");
        }
        return node;
    }

    /** The JSON object in a file that may be absent. */
    static Optional<JsonNode> optionalObject(Path file) throws WorkbenchException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(object(file, bytes(file)));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
