package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

class AtomicFileTest {
    private static final int LETTERS = 400_000;

    /**
     * Writes long files of one letter until it is killed; told apart from a test by its argument.
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        for (int i = 0; ; i++) {
            AtomicFile.write(file, String.valueOf((char) ('a' + i % 26)).repeat(LETTERS));
        }
    }

    @Test
    void aKilledWriterLeavesWholeVersionsOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.json");
        for (int kill = 0; kill < 3; kill++) {
            Process writer =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    AtomicFileTest.class.getName(),
                                    file.toString())
                            .inheritIO()
                            .start();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.exists(file) && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            Thread.sleep(120 + 70 * kill);
            writer.destroyForcibly().waitFor();
            assertWhole(file);
            Path previous = folder.resolve("state.json" + AtomicFile.PREVIOUS);
            if (Files.exists(previous)) {
                assertWhole(previous);
            }
        }
    }

    private static void assertWhole(Path file) throws IOException {
        String text = Files.readString(file);
        assertEquals(LETTERS, text.length(), "length of " + file);
        assertEquals(1, text.chars().distinct().count());
    }

    @Test
    void nothingButTheFileAndItsPreviousVersionStays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("deep/state.json");
        AtomicFile.write(file, "ä");
        AtomicFile.write(file, "b");
        AtomicFile.write(file, "b");
        try (Stream<Path> left = Files.list(folder.resolve("deep"))) {
            List<String> names =
                    left.map(path -> String.valueOf(path.getFileName())).sorted().toList();
            assertEquals(List.of("state.json", "state.json.previous"), names);
        }
        assertEquals("ä", Files.readString(folder.resolve("deep/state.json.previous")));
    }
}
