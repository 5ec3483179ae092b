package dev.latentloom.app;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.settings.Settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps the settings in one JSON file; writing replaces the file whole or not at all. */
public final class Preferences {
    private final Path file;

    public Preferences(Places places) {
        file = places.config().resolve("settings.json");
    }

    /** What was kept last, the defaults where nothing was. */
    public Settings load() throws WorkbenchException {
        if (!Files.exists(file)) {
            return Settings.DEFAULTS;
        }
        try {
            ObjectNode json = RunJson.MAPPER.valueToTree(Settings.DEFAULTS);
            json.setAll(RunJson.MAPPER.readValue(file.toFile(), ObjectNode.class));
            return RunJson.MAPPER.treeToValue(json, Settings.class);
        } catch (IOException e) {
            throw new WorkbenchException(e, "settings.unreadable", file, said(e));
        }
    }

    /** Keeps the settings; readers see the old file or the new one, never a part. */
    public void save(Settings settings) throws WorkbenchException {
        Path fresh = file.resolveSibling("settings.json.new");
        try {
            Files.createDirectories(file.getParent());
            byte[] json =
                    RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(settings);
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(json);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WorkbenchException(e, "settings.unwritable", file, said(e));
        }
    }

    private static String said(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Where the settings are kept. */
    public Path file() {
        return file;
    }
}
