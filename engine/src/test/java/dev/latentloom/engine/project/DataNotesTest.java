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
        new DataNotes(project, project).remember(DataUse.ASK, data, NOTE);
        Path moved = Files.move(project, folder.resolve("b"));
        DataNotes notes = new DataNotes(moved, moved);
        assertEquals(Optional.of(NOTE), notes.of(moved.resolve("datasets/x.csv")));
        assertEquals(Optional.of(moved.resolve("datasets/x.csv")), notes.last(DataUse.ASK));
    }

    @Test
    void aFileElsewhereIsKnownByItsWholePathUntilItGoes() throws Exception {
        Path data = Files.writeString(folder.resolve("far.csv"), "ask\n1\n");
        DataNotes notes = new DataNotes(folder.resolve("p"), folder.resolve("own"));
        assertTrue(notes.of(data).isEmpty());
        notes.remember(DataUse.ASK, data, NOTE);
        assertEquals(Optional.of(data), notes.last(DataUse.ASK));
        assertFalse(Files.exists(folder.resolve("p")), "a project that is only read stays");
        Files.delete(data);
        assertTrue(notes.last(DataUse.ASK).isEmpty());
        notes.remember(DataUse.ASK, null, NOTE);
        assertEquals(Optional.of(NOTE), notes.of(data));
    }

    @Test
    void whatIsLearnedFromIsNotWhatIsAsked() throws Exception {
        Path asked = Files.writeString(folder.resolve("asked.csv"), "ask\n1\n");
        Path learned = Files.writeString(folder.resolve("learned.csv"), "ask\n1\n");
        DataNotes notes = new DataNotes(folder, folder);
        notes.remember(DataUse.ASK, asked, NOTE);
        notes.remember(DataUse.LEARN, learned, NOTE);
        assertEquals(Optional.of(asked), notes.last(DataUse.ASK));
        assertEquals(Optional.of(learned), notes.last(DataUse.LEARN));
    }
}
