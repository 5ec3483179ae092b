package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunNote;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.views.library.RunsViewModel;

import javafx.event.Event;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs that another process makes, changes or removes while Library is shown. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class RunsFromElsewhereTest {
    private static final int MANY = 80; // more than there is room for

    @TempDir Path home;
    private Path project = Path.of("");
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        project = RelayProjects.stored(home.resolve("relay"));
        for (int i = 0; i < MANY; i++) {
            write("run-%03d".formatted(i), "done");
        }
        open = TestWindow.open(home);
        OnFx.run(() -> window().wiring().open(project));
        OnFx.await(() -> window().wiring().run().projectProperty().get() != null);
        OnFx.run(
                () -> {
                    window().wiring().show("library");
                    runs().tabProperty().set(RunsViewModel.TAB);
                });
        OnFx.await(
                () ->
                        runs().shown().size() == MANY
                                && !window().all(TableView.class, ".runs").isEmpty());
        OnFx.frames(2);
    }

    @AfterEach
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(open);
    }

    private RunsViewModel runs() {
        return window().wiring().shelf().runs();
    }

    /** As another process writes it. */
    private Path write(String id, String state) throws Exception {
        Path folder = project.resolve("runs").resolve(id);
        Files.createDirectories(folder);
        try (RunFolder run = RunFolder.open(folder)) {
            run.writeRun(Map.of("spec", Map.of("kind", "evaluate"), "state", state));
        }
        return folder;
    }

    @SuppressWarnings("unchecked")
    private TableView<KeptRun> table() {
        return window().find(TableView.class, ".runs");
    }

    private List<String> chosen() {
        return table().getSelectionModel().getSelectedItems().stream().map(KeptRun::id).toList();
    }

    /** The uppermost row in view, and how much of it is cut. */
    private List<Object> top() {
        VirtualFlow<?> flow =
                (VirtualFlow<?>) Objects.requireNonNull(table().lookup(".virtual-flow"));
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return List.of(((KeptRun) first.getItem()).id(), Math.round(first.getLayoutY()));
    }

    @Test
    void aRunOfTheCommandLineAppearsAndNothingElseMoves() throws Exception {
        OnFx.run(
                () -> {
                    window().find(TextField.class, ".runs-list .text-field").setText("run");
                    table().scrollTo(30);
                });
        OnFx.frames(2);
        OnFx.run(
                () -> {
                    VirtualFlow<?> flow =
                            (VirtualFlow<?>)
                                    Objects.requireNonNull(table().lookup(".virtual-flow"));
                    flow.scrollPixels(7);
                    table().requestFocus();
                    table().getSelectionModel().select(31);
                    table().getSelectionModel().select(33);
                });
        OnFx.frames(2);
        List<String> chosen = OnFx.get(this::chosen);
        List<Object> top = OnFx.get(this::top);
        assertEquals(2, chosen.size());
        write("run-new", "done");
        write("other-run", "failed");
        OnFx.await(() -> runs().shown().size() == MANY + 2);
        OnFx.frames(2);
        assertEquals("run-new", OnFx.get(() -> table().getItems().getFirst().id()));
        assertEquals(chosen, OnFx.get(this::chosen));
        assertEquals(top, OnFx.get(this::top));
        assertEquals("run", OnFx.get(() -> runs().filter().textProperty().get()));
        assertTrue(OnFx.get(() -> table().isFocused()));
    }

    @Test
    void aRunThatEndsAndOneThatIsRemovedAreSeen() throws Exception {
        Path run = write("run-new", "done");
        OnFx.await(() -> runs().shown().getFirst().state() == RunState.DONE);
        OnFx.await(() -> runs().shown().size() == MANY + 1);
        assertEquals("run-new", OnFx.get(() -> top().getFirst()));
        write("run-new", "failed");
        OnFx.await(() -> runs().shown().getFirst().state() == RunState.FAILED);
        remove(run);
        OnFx.await(() -> runs().shown().size() == MANY);
    }

    @Test
    void whatIsCutInACellIsToldInFullByItsTooltip() throws Exception {
        String tag = "a-tag-that-is-much-longer-than-any-column-of-the-table-can-be-in-this-window";
        RunNote.of("", List.of(tag)).keep(project.resolve("runs").resolve("run-079"));
        OnFx.await(() -> cell(tag) != null);
        OnFx.frames(2);
        assertEquals(tag, OnFx.get(() -> tooltip(tag)));
        assertEquals("", OnFx.get(() -> tooltip("run-078")));
    }

    private @Nullable TableCell<?, ?> cell(String text) {
        return window().all(TableCell.class, ".runs .table-cell").stream()
                .filter(each -> text.equals(each.getText()))
                .findFirst()
                .orElse(null);
    }

    /** What is told where the mouse rests on a cell. */
    private String tooltip(String text) {
        TableCell<?, ?> cell = Objects.requireNonNull(cell(text));
        Event.fireEvent(
                cell,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
        return cell.getTooltip() == null ? "" : cell.getTooltip().getText();
    }

    private static void remove(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void nothingIsLookedAtWhileAnotherAreaIsShown() throws Exception {
        OnFx.run(() -> window().wiring().show("build"));
        OnFx.await(() -> window().all(TableView.class, ".runs").isEmpty());
        OnFx.await(() -> !window().wiring().shelf().busy());
        write("run-new", "done");
        OnFx.frames(150); // longer than between two looks
        assertFalse(OnFx.get(() -> runs().shown().getFirst().id().equals("run-new")));
        OnFx.run(() -> window().wiring().show("library"));
        OnFx.await(() -> runs().shown().getFirst().id().equals("run-new"));
    }
}
