package dev.latentloom.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.stats.Proportion;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class RunArchiveTest {
    @TempDir Path folder;
    private Path home = Path.of("");

    @BeforeEach
    void nameHome() {
        home = folder.resolve("a project with spaces");
    }

    private RunArchive archive() {
        return new RunArchive(List.of(home));
    }

    private List<KeptRun> runs() throws WorkbenchException {
        return new RunReader(archive()).runs();
    }

    private Path run(String id, String json) throws IOException {
        Path run = Files.createDirectories(home.resolve("runs").resolve(id));
        Files.writeString(run.resolve("run.json"), json);
        return run;
    }

    private KeptRun only() throws WorkbenchException {
        List<KeptRun> all = runs();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    @Test
    void aRunTellsItsSettingsAndFigures() throws Exception {
        run(
                "20260101-000000-evaluate",
                """
                {"spec": {"kind": "evaluate", "data": "file:///d/my%20data/x.csv", "graph": null,
                          "settings": {"seed": 7}},
                 "choices": {"mode": "latent", "links": "set-1", "steps": null, "rounds": 3,
                             "controls": {"all": "none", "wires": {"a-b": "zero"}}},
                 "graph": {"name": "relay"}, "started": "2026-01-01T10:00:00Z", "state": "done",
                 "summary": {"n": 4, "accuracy": 0.75, "low": 0.3, "high": 0.95,
                             "prefillTokens": 10, "decodedTokens": 3, "latentSteps": 12,
                             "secondsWall": 1.5}}
                """);
        KeptRun run = only();
        assertEquals(RunState.DONE, run.state());
        assertEquals("evaluate", run.kind());
        assertEquals(Instant.parse("2026-01-01T10:00:00Z"), run.started());
        assertEquals("relay", run.graph());
        assertEquals(RunMode.LATENT, run.mode());
        assertEquals("set-1", run.links());
        assertEquals(List.of(), run.steps());
        assertEquals(List.of(3), run.rounds());
        assertEquals("none", run.control());
        assertEquals(Map.of("a-b", "zero"), run.wires());
        assertEquals(7, run.seed());
        assertEquals("/d/my data/x.csv", run.data());
        assertTrue(
                RunSetting.of(run.about())
                        .contains(
                                new RunSetting(
                                        RunSetting.Part.SETTINGS,
                                        "spec.data",
                                        "/d/my data/x.csv")));
        assertEquals(4, run.items());
        assertEquals(new Proportion(0.75, 0.3, 0.95), run.accuracy());
        assertEquals(12, run.count("latentSteps"));
        assertEquals(1.5, run.seconds());
        assertTrue(run.replayable());
        assertNull(run.trouble());
    }

    @Test
    void theNewestComesFirstAndAnAblationHasSeveralValues() throws Exception {
        run("20260101-000000-answer", "{\"state\": \"done\"}");
        run(
                "20260102-000000-ablate",
                """
                {"state": "cancelled", "choices": {"steps": 1, "rounds": 2},
                 "spec": {"kind": "ablate", "steps": [1, 2], "rounds": [2, 3]}}
                """);
        List<KeptRun> all = runs();
        assertEquals(List.of("20260102-000000-ablate", "20260101-000000-answer"), ids(all));
        assertEquals(List.of(1, 2), all.getFirst().steps());
        assertEquals(List.of(2, 3), all.getFirst().rounds());
        assertEquals(RunState.STOPPED, all.getFirst().state());
        assertFalse(all.getFirst().replayable());
    }

    private static List<String> ids(List<KeptRun> runs) {
        return runs.stream().map(KeptRun::id).toList();
    }

    @Test
    void aFailedRunSaysWhy() throws Exception {
        run(
                "1-answer",
                """
                {"state": "failed", "spec": {"kind": "answer"},
                 "failure": {"kind": "failed", "key": "run.noLinks", "arguments": ["a", 3]}}
                """);
        assertEquals(RunState.FAILED, only().state());
        assertEquals(new RunProblem("run.noLinks", List.of("a", 3)), only().trouble());
    }

    @Test
    void brokenFoldersAreListedWithWhatIsWrong() throws Exception {
        run("1-half", "{\"state\": \"do");
        run("2-newer", "{\"version\": 99, \"state\": \"done\"}");
        Files.createDirectories(home.resolve("runs").resolve("3-empty"));
        Files.createDirectories(home.resolve("runs").resolve(".hidden"));
        Files.writeString(home.resolve("runs").resolve("file.txt"), "no run");
        Path noted = run("4-note", "{\"state\": \"done\"}");
        Files.writeString(noted.resolve("notes.json"), "{\"version\": 99, \"text\": \"new\"}");
        List<KeptRun> all = runs();
        assertEquals(List.of("4-note", "3-empty", "2-newer", "1-half"), ids(all));
        assertEquals(
                List.of(
                        "project.newerNotes",
                        "project.noRun",
                        "project.newerRun",
                        "project.badJson"),
                all.stream().map(RunArchiveTest::trouble).toList());
        assertEquals(
                List.of(
                        RunState.DONE,
                        RunState.UNREADABLE,
                        RunState.UNREADABLE,
                        RunState.UNREADABLE),
                all.stream().map(KeptRun::state).toList());
    }

    private static String trouble(KeptRun run) {
        return Objects.requireNonNull(run.trouble()).key();
    }

    @Test
    void aRunWhoseProcessIsGoneIsCutOff() throws Exception {
        String here = "{\"pid\": " + ProcessHandle.current().pid() + ", \"started\": 0}";
        run("2-here", "{\"state\": \"running\", \"process\": " + here + "}");
        run(
                "1-gone",
                "{\"state\": \"running\", \"process\": {\"pid\": 999999999, \"started\": 1}}");
        run("0-old", "{\"state\": \"running\"}");
        assertEquals(
                List.of(RunState.RUNNING, RunState.CUT_OFF, RunState.CUT_OFF),
                runs().stream().map(KeptRun::state).toList());
    }

    @Test
    void aNoteIsKeptBesideTheRunAndComesBack() throws Exception {
        Path run = run("1-answer", "{\"state\": \"done\"}");
        RunNote note = RunNote.of("näive\nbaseline", List.of(" paper ", "a", "paper", ""));
        note.keep(run);
        assertEquals(List.of("a", "paper"), only().note().tags());
        assertEquals(note, only().note());
        assertEquals("{\"state\": \"done\"}", Files.readString(run.resolve("run.json")));
        assertTrue(
                Files.readString(run.resolve("notes.json")).startsWith("{\n  \"tags\" :"),
                "sorted keys, one value a line");
    }

    @Test
    void aNoteThatCannotBeReadIsNotOverwritten() throws Exception {
        Path run = run("1-answer", "{\"state\": \"done\"}");
        Path file = Files.writeString(run.resolve("notes.json"), "{\"version\": 99}");
        assertThrows(WorkbenchException.class, () -> RunNote.of("x", List.of()).keep(run));
        assertEquals("{\"version\": 99}", Files.readString(file));
        Files.delete(file);
        RunNote.NONE.keep(run);
        assertFalse(Files.exists(file), "nothing to say needs no file");
    }

    @Test
    void aRunThrownAwayComesBackWholeUntilTheTrashIsEmptied() throws Exception {
        Path run = run("1-answer", "{\"state\": \"done\"}");
        Files.createDirectories(run.resolve("cells"));
        Files.writeString(run.resolve("cells").resolve("m1.jsonl"), "{}\n");
        RunArchive.Trashed thrown = archive().throwAway(run);
        assertEquals(List.of(), runs());
        archive().bringBack(thrown);
        assertEquals("1-answer", only().id());
        assertTrue(Files.exists(run.resolve("cells").resolve("m1.jsonl")));
        RunArchive.Trashed again = archive().throwAway(run);
        archive().empty();
        assertFalse(Files.exists(home.resolve(".trash")));
        assertEquals(
                "project.runNotMoved",
                assertThrows(WorkbenchException.class, () -> archive().bringBack(again)).key());
    }

    @Test
    void trashOfAProcessThatLivesStaysAndThatOfADeadOneGoes() throws Exception {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        ProcessMark mark = ProcessMark.of(parent);
        Path living = home.resolve(".trash").resolve(mark.pid() + "-" + mark.started());
        Path dead = home.resolve(".trash").resolve("999999999-1");
        Files.createDirectories(living.resolve("1-answer"));
        Files.createDirectories(dead.resolve("2-answer"));
        archive().empty();
        assertTrue(Files.exists(living.resolve("1-answer")));
        assertFalse(Files.exists(dead));
    }

    @Test
    void settingsOfTwoRunsAreComparedByName() throws Exception {
        KeptRun one =
                read(
                        """
                        {"java": "25", "started": "x", "models": {"a/model.safetensors": "sha256:1"},
                         "spec": {"kind": "evaluate", "settings": {"rounds": null}},
                         "choices": {"rounds": 2, "steps": null},
                         "graph": {"agents": [{"id": "solver", "prompt": "p"}]}}
                        """);
        KeptRun other =
                read(
                        """
                        {"java": "26", "started": "y", "models": {"a/model.safetensors": "sha256:1"},
                         "spec": {"kind": "evaluate", "settings": {"rounds": 3}},
                         "choices": {"rounds": 3, "steps": null, "lens": 5},
                         "graph": {"agents": [{"id": "solver", "prompt": "q"}]}}
                        """);
        List<RunDiff> all = RunDiff.of(one.about(), other.about());
        assertEquals(
                List.of(
                        new RunDiff(RunSetting.Part.SETTINGS, "choices.rounds", "2", "3"),
                        new RunDiff(RunSetting.Part.SETTINGS, "choices.lens", null, "5"),
                        new RunDiff(RunSetting.Part.TEAM, "graph.agents.solver.prompt", "p", "q"),
                        new RunDiff(RunSetting.Part.MACHINE, "java", "25", "26")),
                all.stream().filter(RunDiff::differs).toList());
        assertTrue(
                all.contains(
                        new RunDiff(
                                RunSetting.Part.FILES,
                                "models.a/model.safetensors",
                                "sha256:1",
                                "sha256:1")));
        assertTrue(all.stream().noneMatch(line -> line.name().startsWith("spec.settings")));
    }

    private KeptRun read(String json) throws Exception {
        return KeptRun.read(run("compared", json));
    }

    @Test
    void itemsAreReadAndToldApartByMoreThanTheirId() throws Exception {
        Path run = run("1-evaluate", "{\"state\": \"done\"}");
        Path runs = folder.resolve("others");
        RunEvent.ItemResult first = item("1", "where", true);
        try (RunFolder told = RunFolder.create(runs, "evaluate")) {
            told.append(first);
            told.append(item("1", "whither", false));
            told.append(item("2", "unjudged", null));
            assertEquals(3, RunItems.of(told.path()).size());
            assertEquals(first, RunItems.of(told.path()).getFirst());
            assertEquals(2, RunItems.right(told.path()).size());
        }
        assertEquals(List.of(), RunItems.of(run));
        assertNotNull(RunItems.right(run));
    }

    private static RunEvent.ItemResult item(String id, String question, @Nullable Boolean correct) {
        return new RunEvent.ItemResult(id, question, "x", "y", correct, 1, 2, 3, .5);
    }
}
