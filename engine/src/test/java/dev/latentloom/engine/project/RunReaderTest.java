package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RunReaderTest {
    @TempDir Path home;
    private RunReader reader = new RunReader(new RunArchive(List.of()));

    @BeforeEach
    void keepRuns() throws IOException {
        run("1-answer", "{\"state\": \"done\"}");
        run("2-answer", "{\"state\": \"done\"}");
        reader = new RunReader(new RunArchive(List.of(home)));
    }

    private Path run(String id, String json) throws IOException {
        Path run = home.resolve("runs").resolve(id);
        AtomicFile.write(run.resolve("run.json"), json);
        return run;
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() throws Exception {
        List<KeptRun> before = reader.runs();
        run("3-answer", "{\"state\": \"failed\"}");
        List<KeptRun> now = reader.runs();
        assertEquals(List.of("3-answer", "2-answer", "1-answer"), ids(now));
        assertSame(before.getFirst(), now.get(1));
        assertSame(before.getLast(), now.get(2));
    }

    private static List<String> ids(List<KeptRun> runs) {
        return runs.stream().map(KeptRun::id).toList();
    }

    @Test
    void aRunThatGoesOnAndANoteOfSomebodyElseAreRead() throws Exception {
        Path second = home.resolve("runs").resolve("2-answer");
        reader.runs();
        run("1-answer", "{\"state\": \"gone\"}"); // as many bytes
        RunNote.of("elsewhere", List.of()).keep(second);
        List<KeptRun> now = reader.runs();
        assertEquals(RunState.UNREADABLE, now.getLast().state());
        assertEquals("elsewhere", now.getFirst().note().text());
    }

    @Test
    void aRunThatIsGoneIsNotListedAndOneThatCouldNotBeReadIsTriedAgain() throws Exception {
        Path first = home.resolve("runs").resolve("1-answer");
        Path half = Files.createDirectories(home.resolve("runs").resolve("3-answer"));
        assertEquals(RunState.UNREADABLE, reader.runs().getFirst().state());
        Files.delete(first.resolve("run.json"));
        Files.delete(first);
        run(String.valueOf(half.getFileName()), "{\"state\": \"done\"}");
        List<KeptRun> now = reader.runs();
        assertEquals(List.of("3-answer", "2-answer"), ids(now));
        assertEquals(RunState.DONE, now.getFirst().state());
    }
}
