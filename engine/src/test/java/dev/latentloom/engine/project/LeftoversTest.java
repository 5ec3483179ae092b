package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.WorkbenchException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class LeftoversTest {
    @TempDir Path folder;
    private ProcessMark dead = new ProcessMark(0, 0);

    @BeforeEach
    void endAProcess() throws Exception {
        Process ended =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-version")
                        .redirectErrorStream(true)
                        .start();
        dead = ProcessMark.of(ended.toHandle());
        ended.getInputStream().readAllBytes();
        ended.waitFor();
    }

    private static Path leave(Path folder, ProcessMark writer) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(
                folder.resolve(".a.json." + writer.pid() + "-" + writer.started() + "-77.tmp"),
                "{\"half");
    }

    private static List<String> hidden(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.endsWith(".tmp"))
                    .toList();
        }
    }

    @Test
    void openingAProjectRemovesWhatAKilledProcessLeft() throws IOException {
        leave(folder, dead);
        leave(folder.resolve("graphs"), dead);
        leave(folder.resolve("layout"), dead);
        try (ProjectLock lock = ProjectLock.take(folder)) {
            assertTrue(lock.held());
            for (String part : List.of("", "graphs", "layout")) {
                assertEquals(List.of(), hidden(folder.resolve(part)), part);
            }
        }
    }

    @Test
    void whatARunningProcessWritesStays() throws IOException {
        Path file = Leftovers.fresh(folder, Path.of("a.json"));
        leave(folder, dead);
        Leftovers.sweep(folder);
        assertEquals(List.of(String.valueOf(file.getFileName())), hidden(folder));
    }

    @Test
    void filesOfPeopleStay() throws IOException {
        Files.writeString(folder.resolve(".notes.tmp"), "mine");
        Leftovers.sweep(folder);
        assertEquals(List.of(".notes.tmp"), hidden(folder));
    }

    @Test
    void theJournalIsSweptToo() throws IOException, WorkbenchException {
        leave(folder, dead);
        assertEquals(List.of(), new RecoveryJournal(folder).left());
        assertEquals(List.of(), hidden(folder));
    }
}
