package dev.latentloom.engine.checkpoint;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reference files: those kept with the tests and, where -Dgolden names a folder, all of those. */
final class GoldenFolder {
    private GoldenFolder() {}

    static Path bundled() {
        try {
            return Path.of(
                    Objects.requireNonNull(GoldenFolder.class.getResource("/golden")).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The folder to test with: the named one holds all cases that are kept with the tests. */
    static Path root() {
        String named = System.getProperty("golden", "");
        return named.isBlank() ? bundled() : Path.of(named);
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> folders = Files.list(root().resolve("models"))) {
            return folders.sorted().toList();
        }
    }
}
