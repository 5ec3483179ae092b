package dev.latentloom.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A JSON file of a project: keys sorted, one value a line, written at once or not at all. */
final class JsonFile {
    private final Path path;

    JsonFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    JsonNode tree() throws WorkbenchException {
        try {
            return RunJson.MAPPER.readTree(
                    new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(e, "project.missing", path.toString());
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(
                    e,
                    "project.badJson",
                    path.toString(),
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    e.getOriginalMessage(),
                    path.getFileName() + AtomicFile.PREVIOUS);
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unreadable", path.toString(), String.valueOf(e.getMessage()));
        }
    }

    <T> T read(Class<T> type) throws WorkbenchException {
        JsonNode tree = tree();
        try {
            return RunJson.MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new WorkbenchException(
                    e,
                    "project.badJson",
                    path.toString(),
                    1,
                    String.valueOf(e.getMessage()),
                    path.getFileName() + AtomicFile.PREVIOUS);
        }
    }

    void write(Object value) throws WorkbenchException {
        try {
            AtomicFile.write(
                    path,
                    RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value)
                            + "\n");
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "project.unwritable", path.toString(), String.valueOf(e.getMessage()));
        }
    }
}
