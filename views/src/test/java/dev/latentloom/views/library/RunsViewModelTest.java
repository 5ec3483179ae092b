package dev.latentloom.views.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunArchive;
import dev.latentloom.engine.project.RunNote;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.run.Relay;
import dev.latentloom.views.run.RunProject;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class RunsViewModelTest {
    private static final String EVALUATION =
            """
            {"spec": {"kind": "evaluate", "settings": {"seed": 0}}, "state": "done",
             "choices": {"mode": "latent", "links": "%1$s", "rounds": %2$d, "steps": null},
             "linkFiles": {"%1$s/inner-a.safetensors": "aa%2$d", "%1$s/inner-b.safetensors": "bb"},
             "summary": {"n": 2, "accuracy": 0.5, "low": 0.1, "high": 0.9}}
            """;

    @TempDir private Path folder;
    private final List<String> opened = new ArrayList<>();
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable RunProject> project =
            new ReadOnlyObjectWrapper<>();
    private final RunsViewModel model =
            new RunsViewModel(
                    project.getReadOnlyProperty(),
                    home -> new RunArchive(List.of(home)),
                    new Opener(),
                    new Background(waiting::add, Runnable::run));

    private final class Opener implements RunOpener {
        @Override
        public void replay(KeptRun run) {
            opened.add("replay " + run.id());
        }

        @Override
        public void items(KeptRun run) {
            opened.add("items " + run.id());
        }

        @Override
        public void toRun() {
            opened.add("run");
        }

        @Override
        public ObservableBooleanValue busyProperty() {
            return busy;
        }

        @Override
        public void failed(WorkbenchException reason) {
            opened.add(reason.key());
        }
    }

    @BeforeEach
    void keepRuns() throws IOException {
        run("1-evaluate", EVALUATION.formatted("first", 2));
        run("2-evaluate", EVALUATION.formatted("second", 3));
        run(
                "3-answer",
                """
                {"spec": {"kind": "answer", "question": "Where to?"}, "state": "failed",
                 "failure": {"key": "run.noLinks", "arguments": ["a"]}}
                """);
        RunProject relay = Relay.PROJECT;
        project.set(
                new RunProject(
                        folder,
                        relay.name(),
                        relay.graph(),
                        relay.widths(),
                        relay.links(),
                        relay.currentLinks(),
                        relay.examples()));
        work();
    }

    private Path run(String id, String json) throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs").resolve(id));
        Files.writeString(run.resolve("run.json"), json);
        return run;
    }

    /** Lets the files' thread do all that waits for it. */
    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private KeptRun run(String id) {
        return model.runs().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> shown() {
        return model.shown().stream().map(KeptRun::id).toList();
    }

    @Test
    void runsAreListedNewestFirstAndFilteredByEveryWord() {
        assertEquals(List.of("3-answer", "2-evaluate", "1-evaluate"), shown());
        model.filter().textProperty().set("SECOND latent");
        assertEquals(List.of("2-evaluate"), shown());
        model.filter().textProperty().set("where");
        assertEquals(List.of("3-answer"), shown());
        model.filter().clear();
        model.filter().kindProperty().set("evaluate");
        assertEquals(List.of("2-evaluate", "1-evaluate"), shown());
        model.filter().kindProperty().set(null);
        model.filter().stateProperty().set(RunState.FAILED);
        assertEquals(List.of("3-answer"), shown());
    }

    @Test
    void aNewRunAppearsWhenTheyAreReadAgainAndTheChosenOneStaysChosen() throws IOException {
        model.choose(List.of(run("1-evaluate")));
        run("4-evaluate", EVALUATION.formatted("third", 3));
        model.refresh();
        model.refresh();
        work();
        assertEquals("4-evaluate", shown().getFirst());
        assertEquals(List.of(run("1-evaluate")), model.chosen());
    }

    @Test
    void whatIsWrittenIsKeptAndATagIsFilteredBy() throws Exception {
        model.choose(List.of(run("1-evaluate")));
        NoteViewModel note = model.note();
        note.textProperty().set("the baseline");
        note.addTag("paper, base");
        work();
        assertEquals(
                RunNote.of("the baseline", List.of("base", "paper")),
                RunNote.read(folder.resolve("runs/1-evaluate")));
        assertEquals(List.of("base", "paper"), model.filter().tags());
        model.filter().tagProperty().set("paper");
        assertEquals(List.of("1-evaluate"), shown());
        note.removeTag("paper");
        work();
        assertEquals(3, shown().size(), "a tag that no run has filters nothing");
    }

    @Test
    void choosingAnotherRunKeepsWhatWasWritten() throws Exception {
        model.choose(List.of(run("1-evaluate")));
        model.note().textProperty().set("half a thou");
        model.choose(List.of(run("2-evaluate")));
        assertEquals("", model.note().textProperty().get());
        work();
        assertEquals("half a thou", RunNote.read(folder.resolve("runs/1-evaluate")).text());
        model.choose(List.of(run("1-evaluate")));
        assertEquals("half a thou", model.note().textProperty().get());
    }

    @Test
    void readingAgainDoesNotDisturbWhatIsBeingWritten() throws IOException {
        model.choose(List.of(run("1-evaluate")));
        model.note().textProperty().set("writing");
        run("4-evaluate", EVALUATION.formatted("third", 3));
        model.refresh();
        work();
        assertEquals("writing", model.note().textProperty().get());
    }

    @Test
    void aNoteReadBeforeItWasWrittenDoesNotComeBack() throws IOException {
        model.choose(List.of(run("1-evaluate")));
        run("4-evaluate", EVALUATION.formatted("third", 3));
        model.refresh();
        model.note().textProperty().set("newer");
        model.note().addTag("newer");
        waiting.remove().run(); // what was read says nothing of it
        assertEquals("newer", model.note().textProperty().get());
        work();
        assertEquals(RunNote.of("newer", List.of("newer")), run("1-evaluate").note());
    }

    @Test
    void notesThatCannotBeReadCannotBeChanged() throws IOException {
        Files.writeString(folder.resolve("runs/1-evaluate/notes.json"), "{\"version\": 9}");
        model.refresh();
        work();
        model.choose(List.of(run("1-evaluate")));
        assertFalse(model.note().editableProperty().get());
    }

    @Test
    void aDeletedRunIsBroughtBackAndIsGoneForGoodOnceTheProjectCloses() {
        model.choose(List.of(run("1-evaluate"), run("2-evaluate")));
        model.delete();
        work();
        assertEquals(List.of("3-answer"), shown());
        assertTrue(model.trash().noticeProperty().get().startsWith("2 runs"));
        model.undo();
        work();
        assertEquals(3, shown().size());
        assertEquals("", model.trash().noticeProperty().get());
        assertFalse(model.trash().undoableProperty().get());
        model.choose(List.of(run("1-evaluate")));
        model.delete();
        project.set(null);
        work();
        assertFalse(Files.exists(folder.resolve(".trash")));
        assertFalse(Files.exists(folder.resolve("runs/1-evaluate")));
        assertTrue(shown().isEmpty());
    }

    @Test
    void whatCannotBeBroughtBackStaysInTheTrash() throws IOException {
        model.choose(List.of(run("1-evaluate")));
        model.delete();
        work();
        Path taken = Files.createDirectories(folder.resolve("runs/1-evaluate/taken"));
        model.undo();
        work();
        assertEquals(List.of("project.runNotMoved"), opened);
        assertTrue(model.trash().undoableProperty().get());
        Files.delete(taken);
        Files.delete(folder.resolve("runs/1-evaluate"));
        model.undo();
        work();
        assertEquals(3, shown().size());
    }

    @Test
    void aRunThatStillRunsIsNotDeleted() throws IOException {
        long pid = ProcessHandle.current().pid();
        run(
                "5-evaluate",
                "{\"state\": \"running\", \"process\": {\"pid\": " + pid + ", \"started\": 0}}");
        model.refresh();
        work();
        model.choose(List.of(run("5-evaluate")));
        assertFalse(model.deletableProperty().get());
        model.delete();
        work();
        assertEquals("5-evaluate", shown().getFirst());
    }

    @Test
    void onlyARunWhoseAgentsTookTurnsIsReplayedAndOnlyWhileNoneIsMade() {
        model.choose(List.of(run("3-answer")));
        assertFalse(model.replayableProperty().get());
        model.replayLast();
        busy.set(true);
        model.replayLast();
        model.choose(List.of(run("1-evaluate")));
        model.replay();
        busy.set(false);
        model.replay();
        model.openItems();
        assertEquals(List.of("replay 2-evaluate", "replay 1-evaluate", "items 1-evaluate"), opened);
    }

    @Test
    void askingForAReplayProposesTheNewestThatCanBePlayed() {
        model.askForReplay();
        assertEquals(List.of(run("2-evaluate")), model.chosen());
        assertEquals(RunsViewModel.TAB, model.tabProperty().get());
    }

    @Test
    void twoRunsAreComparedByTheirSettingsAndTheItemsBothAnswered() throws IOException {
        items("1-evaluate", List.of(item("a", true), item("b", true), item("c", false)));
        items("2-evaluate", List.of(item("a", false), item("b", true), item("c", true)));
        model.choose(List.of(run("2-evaluate"), run("1-evaluate")));
        model.compare();
        work();
        ComparisonViewModel compared = model.comparison();
        assertEquals("1-evaluate", compared.first().id());
        assertEquals(
                List.of("choices.links", "choices.rounds"),
                compared.lines().stream().map(line -> line.name()).sorted().toList());
        assertEquals(
                "On the same 3 items: 1 right → wrong, 1 wrong → right; p = 1 (exact McNemar).",
                compared.verdictProperty().get());
        compared.wholeProperty().set(true);
        assertTrue(compared.lines().size() > 2);
        compared.close();
        assertFalse(compared.openProperty().get());
    }

    @Test
    void runsWithoutItemsInCommonSaySo() throws IOException {
        items("1-evaluate", List.of(item("a", true)));
        items("2-evaluate", List.of(item("z", true)));
        model.choose(List.of(run("1-evaluate"), run("2-evaluate")));
        model.compare();
        work();
        assertTrue(model.comparison().verdictProperty().get().startsWith("No item"));
    }

    private static RunEvent.ItemResult item(String id, boolean correct) {
        return new RunEvent.ItemResult(id, "ask " + id, "x", "y", correct, 1, 1, 1, 0.1);
    }

    private void items(String id, List<RunEvent.ItemResult> items) throws IOException {
        List<String> lines = items.stream().map(RunJson::line).toList();
        Files.write(folder.resolve("runs").resolve(id).resolve("items.jsonl"), lines);
    }
}
