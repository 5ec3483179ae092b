package dev.latentloom.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.AtomicFile;
import dev.latentloom.views.dock.DockLayouts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the panes of every area stand, kept in one small JSON file beside the settings. */
final class LayoutFile {
    private final Path file;

    LayoutFile(Places places) {
        file = places.config().resolve("layout.json");
    }

    /**
     * The layouts of the last time, none where nobody has moved anything.
     *
     * @throws WorkbenchException where the file cannot be read or has another form than this one
     */
    DockLayouts load() throws WorkbenchException {
        if (!Files.exists(file)) {
            return DockLayouts.NONE;
        }
        try {
            JsonNode json = RunJson.MAPPER.readTree(Files.readString(file));
            int version = json.path("version").asInt();
            if (version != DockLayouts.VERSION) {
                throw new WorkbenchException("layout.version", file, version);
            }
            return RunJson.MAPPER.treeToValue(json, DockLayouts.class);
        } catch (IOException e) {
            throw new WorkbenchException(e, "layout.unreadable", file, said(e));
        }
    }

    /** Keeps the layouts; readers see the old file or the new one, never a part. */
    void save(DockLayouts layouts) throws WorkbenchException {
        try {
            AtomicFile.write(
                    file,
                    RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(layouts));
        } catch (IOException e) {
            throw new WorkbenchException(e, "layout.unwritable", file, said(e));
        }
    }

    private static String said(IOException e) {
        String said =
                e instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : e.getMessage();
        return String.valueOf(said).lines().findFirst().orElse("");
    }
}
