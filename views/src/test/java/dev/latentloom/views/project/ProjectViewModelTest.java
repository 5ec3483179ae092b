package dev.latentloom.views.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.LinkEdits;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Spot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

class ProjectViewModelTest {
    @TempDir Path home;

    private Path stored(String name) throws Exception {
        return Projects.stored(home.resolve(name));
    }

    private static String planner(Desk desk) {
        return desk.build.draft().document().graph().agents().getFirst().role();
    }

    private static void rename(Desk desk, String role) {
        desk.build.apply(
                AgentEdits.rename(desk.build.draft().document().graph().agents().getFirst(), role));
    }

    @Test
    void whatIsDrawnAndSavedIsThereWhenItIsOpenedAgain() throws Exception {
        Path folder = stored("Zahl 3½ ünï 思");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        assertEquals("Mine", desk.project.titleProperty().get());
        rename(desk, "Plän ß 思考");
        desk.build.apply(NoteEdits.add("Nötiz", new Spot(40, 50)));
        desk.build.apply(AgentEdits.mute(List.of("critic")));
        desk.build.apply(LayoutEdits.move(List.of("solver"), 33, -20, "m"));
        Draft drawn = desk.build.draft();
        assertTrue(desk.project.dirtyProperty().get());
        assertEquals("Mine •", desk.project.titleProperty().get());
        desk.project.save(() -> {});
        assertFalse(desk.project.dirtyProperty().get());
        desk.project.close();
        Desk again = new Desk(home);
        again.project.open(folder);
        assertEquals(drawn, again.build.draft());
        assertFalse(again.project.dirtyProperty().get());
        AgentGraph runs = new ProjectStore(folder).effectiveGraph(null);
        assertEquals(drawn.document().effective(), runs, "the command line runs what is drawn");
        assertEquals(4, runs.rounds());
    }

    @Test
    void aMovedNodeChangesNoGraphFile() throws Exception {
        Path folder = stored("p");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        desk.build.apply(NoteEdits.add("Nötiz", new Spot(0, 0)));
        desk.project.save(() -> {});
        String graph = Files.readString(folder.resolve("graphs/team.json"));
        desk.build.apply(LayoutEdits.move(List.of("solver"), 100, 100, "m"));
        assertTrue(desk.project.dirtyProperty().get());
        desk.project.save(() -> {});
        desk.build.undo();
        desk.build.redo();
        assertFalse(desk.project.dirtyProperty().get(), "undo survives saving; content decides");
        assertEquals(graph, Files.readString(folder.resolve("graphs/team.json")));
        assertTrue(Files.exists(folder.resolve("layout/team.json")));
    }

    @Test
    void undoSurvivesSavingAndTheVersionBeforeIsKept() throws Exception {
        Path folder = stored("p");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        rename(desk, "First");
        desk.project.save(() -> {});
        rename(desk, "Second");
        desk.project.save(() -> {});
        desk.build.undo();
        assertEquals("First", planner(desk));
        assertTrue(desk.project.dirtyProperty().get());
        String previous = Files.readString(folder.resolve("graphs/team.json.previous"));
        assertTrue(previous.contains("First"), previous);
    }

    @Test
    void aLinkSetIsAnEditThatTheProjectKeeps() throws Exception {
        Path folder = stored("p");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        String before = desk.build.draft().document().links();
        desk.build.apply(LinkEdits.use("realign"));
        assertTrue(desk.project.dirtyProperty().get());
        desk.project.save(() -> {});
        assertEquals("realign", new ProjectStore(folder).load().links());
        assertFalse(Files.readString(folder.resolve("graphs/team.json")).contains("realign"));
        desk.build.undo();
        assertEquals(before, desk.build.draft().document().links());
        assertTrue(desk.project.dirtyProperty().get());
    }

    @Test
    void aLinkSetThatThisWindowWroteIsDrawnAndCanBeUndone() throws Exception {
        Path folder = stored("p");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        ProjectStore store = new ProjectStore(folder);
        store.save(store.load().withLinks("soft-token"));
        desk.project.written();
        assertEquals("soft-token", desk.build.draft().document().links());
        assertFalse(desk.project.dirtyProperty().get());
        rename(desk, "Changed");
        desk.project.save(() -> {});
        assertEquals("soft-token", store.load().links());
        desk.build.undo();
        desk.build.undo();
        assertNull(desk.build.draft().document().links());
    }

    @Test
    void leavingUnsavedWorkAsks() throws Exception {
        Path one = stored("one");
        Path two = stored("two");
        Desk desk = new Desk(home);
        desk.project.open(one);
        rename(desk, "Changed");
        desk.project.open(two);
        desk.answer("dialog.cancel");
        assertEquals("Changed", planner(desk));
        desk.project.open(two);
        desk.answer("project.save");
        assertEquals("Planner", planner(desk));
        rename(desk, "Lost");
        desk.project.fresh();
        desk.answer("project.discard");
        assertTrue(desk.build.draft().document().graph().agents().isEmpty());
        desk.project.open(one);
        assertEquals("Changed", planner(desk));
        desk.project.open(two);
        assertEquals("Planner", planner(desk));
        assertTrue(desk.asked.isEmpty());
    }

    @Test
    void aNewProjectAsksForItsPlaceAndSaveAsTakesEverythingAlong() throws Exception {
        Desk desk = new Desk(home);
        desk.build.apply(NoteEdits.add("Nötiz", new Spot(0, 0)));
        desk.project.save(() -> {});
        Path first = home.resolve("first");
        desk.places.pop().chosen().accept(first);
        assertEquals("first", desk.project.titleProperty().get());
        Files.createDirectories(first.resolve("models/x"));
        Files.writeString(first.resolve("models/x/config.json"), "{}");
        desk.project.saveAs(() -> {});
        Path second = home.resolve("second one");
        desk.places.pop().chosen().accept(second);
        assertTrue(Files.exists(second.resolve("models/x/config.json")));
        assertFalse(Files.exists(first.resolve(".lock.json")));
        assertEquals("second one", new ProjectStore(second).load().name());
        assertEquals(
                1,
                Objects.requireNonNull(new ProjectStore(second).drawn("team").drawing())
                        .notes()
                        .size());
    }

    @Test
    void aSampleIsOpenedAsACopyWhichIsMadeOnce() throws Exception {
        Path sample = stored("samples/relay");
        Desk desk = new Desk(home);
        desk.project.open(sample);
        Path copy = home.resolve("projects/relay");
        assertEquals(List.of("project.sampleCopied", "opened relay"), desk.heard);
        rename(desk, "Mine now");
        desk.project.save(() -> {});
        desk.project.fresh();
        desk.project.open(sample);
        assertEquals("Mine now", planner(desk));
        assertFalse(Files.readString(sample.resolve("graphs/team.json")).contains("Mine now"));
        assertTrue(Files.readString(copy.resolve("graphs/team.json")).contains("Mine now"));
    }

    @Test
    void whatAnotherProgramChangedIsAskedAbout() throws Exception {
        Path folder = stored("p");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        desk.project.look();
        assertTrue(desk.asked.isEmpty());
        rename(desk, "Mine");
        outside(folder, "Theirs");
        desk.project.look();
        desk.answer("project.keepMine");
        assertEquals("Mine", planner(desk));
        assertTrue(desk.project.dirtyProperty().get());
        outside(folder, "Theirs again");
        desk.project.save(() -> {});
        desk.answer("project.reload");
        assertEquals("Theirs again", planner(desk));
        assertFalse(desk.project.dirtyProperty().get());
    }

    private static void outside(Path folder, String role) throws Exception {
        Path graph = folder.resolve("graphs/team.json");
        String text = Files.readString(graph);
        Files.writeString(
                graph, text.replaceFirst("\"role\" : \"[^\"]*\"", "\"role\" : \"" + role + "\""));
    }

    @Test
    void aProjectThatAnotherProcessHoldsIsOpenedReadOnly() throws Exception {
        Path folder = stored("p");
        ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
        ProcessMark mark = ProcessMark.of(other);
        String lock = "{\"pid\":" + mark.pid() + ",\"started\":" + mark.started() + "}";
        Files.writeString(folder.resolve(".lock.json"), lock);
        Desk desk = new Desk(home);
        desk.project.open(folder);
        assertEquals("project.openElsewhere", Objects.requireNonNull(desk.asked.peek()).key());
        desk.answer("dialog.understood");
        assertEquals("Mine (read-only)", desk.project.titleProperty().get());
        rename(desk, "Changed");
        desk.project.save(() -> {});
        assertEquals(1, desk.places.size(), "keeping it needs another folder");
        Files.writeString(
                folder.resolve(".lock.json"), "{\"pid\":" + mark.pid() + ",\"started\":7}");
        desk.project.open(folder);
        desk.answer("project.discard");
        assertEquals("Mine", desk.project.titleProperty().get(), "its process is gone");
    }

    @Test
    void aNewerProjectIsRefusedInWords() throws Exception {
        Path folder = stored("p");
        Files.writeString(
                folder.resolve("project.json"),
                "{\"version\": 99, \"name\": \"n\", \"graph\": \"team\"}");
        Desk desk = new Desk(home);
        desk.project.open(folder);
        assertEquals(List.of("project.newer"), desk.heard);
    }

    @Test
    void filesAreTheSameInEveryLocale() throws Exception {
        Locale before = Locale.getDefault();
        String expected = written("root", Locale.ROOT);
        try {
            for (String tag : List.of("de-DE", "tr-TR")) {
                assertEquals(expected, written(tag, Locale.forLanguageTag(tag)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private String written(String name, Locale locale) throws Exception {
        Locale.setDefault(locale);
        Path folder = stored("INDIVIDUELL " + name);
        Desk desk = new Desk(home);
        desk.project.open(folder);
        desk.build.apply(LayoutEdits.move(List.of("solver"), 1234.5, 0.25, "m"));
        desk.build.apply(NoteEdits.add("Nötiz", new Spot(1000.5, 2)));
        desk.project.save(() -> {});
        desk.project.close();
        Desk again = new Desk(home);
        again.project.open(folder);
        assertEquals(desk.build.draft(), again.build.draft());
        return Files.readString(folder.resolve("graphs/team.json"))
                + Files.readString(folder.resolve("layout/team.json"))
                + Files.readString(folder.resolve("project.json"));
    }
}
