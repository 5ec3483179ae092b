package dev.latentloom.engine.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the small JSON files that lie beside weights. */
final class JsonFile {
    /** The index of the largest published models has about 10 MB. */
    private static final long MAX_BYTES = 64L << 20;

    private JsonFile() {}

    /** Reads a file that must hold one JSON object. */
    static JsonNode object(Path file) throws WorkbenchException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new WorkbenchException("checkpoint.fileMissing", file.toString());
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new WorkbenchException(
                        "checkpoint.jsonTooLarge", file.toString(), MAX_BYTES >> 20);
            }
            return object(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new WorkbenchException(e, "checkpoint.unreadable", file.toString(), e.toString());
        }
    }

    /** Parses bytes of {@code file} that must hold one JSON object and nothing after it. */
    static JsonNode object(Path file, byte[] json) throws WorkbenchException {
        try {
            JsonNode node =
                    RunJson.MAPPER
                            .reader()
                            .with(
                                    com.fasterxml.jackson.databind.DeserializationFeature
                                            .FAIL_ON_TRAILING_TOKENS)
                            .readTree(json);
            if (node == null || !node.isObject()) {
                throw new WorkbenchException(
                        "checkpoint.jsonBroken", file.toString(), "it is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(
                    e, "checkpoint.jsonBroken", file.toString(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new WorkbenchException(e, "checkpoint.unreadable", file.toString(), e.toString());
        }
    }
}
