package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class DataNotesTest {
    private static final DataNote NOTE = new DataNote(Map.of("question", "ask"), 20);

    @TempDir private Path folder;

    @Test
    void aFileInsideTheProjectIsFoundAgainWhereverTheProjectLies() throws Exception {
        Path project = Files.createDirectories(folder.resolve("a"));
        Path data = Files.createDirectories(project.resolve("datasets")).resolve("x.csv");
        Files.writeString(data, "ask\n1\n");
        new DataNotes(project, project).remember(data, NOTE);
        Path moved = Files.move(project, folder.resolve("b"));
        DataNotes notes = new DataNotes(moved, moved);
        assertEquals(Optional.of(NOTE), notes.of(moved.resolve("datasets/x.csv")));
        assertEquals(Optional.of(moved.resolve("datasets/x.csv")), notes.last());
    }

    @Test
    void aFileElsewhereIsKnownByItsWholePathUntilItGoes() throws Exception {
        Path data = Files.writeString(folder.resolve("far.csv"), "ask\n1\n");
        DataNotes notes = new DataNotes(folder.resolve("p"), folder.resolve("own"));
        assertTrue(notes.of(data).isEmpty());
        notes.remember(data, NOTE);
        assertEquals(Optional.of(data), notes.last());
        assertFalse(Files.exists(folder.resolve("p")), "a project that is only read stays");
        Files.delete(data);
        assertTrue(notes.last().isEmpty());
        notes.remember(null, NOTE);
        assertEquals(Optional.of(NOTE), notes.of(data));
    }
}
