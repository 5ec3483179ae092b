package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunDiff;
import dev.latentloom.engine.project.RunNote;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.views.library.RunsViewModel;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.run.RunKind;
import dev.latentloom.views.settings.Theme;

import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Two real runs of the relay team are found again, tagged, compared, deleted and replayed. */
@RequiresFonts
@Tag("ui")
@Timeout(600)
class KeptRunsInTheWindowTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String BUTTONS = ".library-runs .button";

    @TempDir private static Path home;

    @BeforeAll
    static void start() throws Exception {
        OnFx.start();
    }

    private static void evaluate(Wiring wiring, String rounds) throws Exception {
        EvaluationViewModel evaluation = wiring.runDesk().evaluation();
        OnFx.await(() -> evaluation.startableProperty().get());
        OnFx.run(
                () -> {
                    wiring.run().choices().kindProperty().set(RunKind.LATENT);
                    wiring.run().choices().linksProperty().set("soft-token");
                    wiring.run().choices().rounds().textProperty().set(rounds);
                    evaluation.data().limit().textProperty().set("4");
                    evaluation.start();
                });
        OnFx.await(() -> !evaluation.runningProperty().get());
    }

    private static void choose(TestWindow window, int... rows) throws Exception {
        OnFx.await(() -> !window.all(TableView.class, ".runs").isEmpty()); // after the next frame
        OnFx.run(
                () -> {
                    TableView<?> table = window.find(TableView.class, ".runs");
                    table.requestFocus();
                    table.getSelectionModel().clearSelection();
                    for (int row : rows) {
                        table.getSelectionModel().select(row);
                    }
                });
    }

    private static void picture(TestWindow window, String name) throws Exception {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            Picture.write(window.draw(theme), PICTURES.resolve(file));
        }
    }

    @Test
    void runsAreFoundTaggedComparedDeletedBroughtBackAndReplayed() throws Exception {
        try (TestWindow window = TestWindow.local(home)) {
            Wiring wiring = window.wiring();
            OnFx.run(() -> wiring.open(Wiring.samplesFolder().resolve("relay")));
            OnFx.await(() -> wiring.run().projectProperty().get() != null);
            evaluate(wiring, "1");
            evaluate(wiring, "2");
            RunsViewModel runs = wiring.shelf().runs();
            OnFx.run(
                    () -> {
                        wiring.show("library");
                        runs.tabProperty().set(RunsViewModel.TAB);
                    });
            OnFx.await(
                    () ->
                            runs.shown().size() == 2
                                    && runs.shown().stream()
                                            .allMatch(run -> run.state() == RunState.DONE));
            List<KeptRun> both = OnFx.get(() -> List.copyOf(runs.shown()));
            assertEquals(List.of(2), both.getFirst().rounds());
            assertEquals(List.of(1), both.getLast().rounds());
            find(window, both.getLast());
            compare(window);
            Path broken = both.getFirst().folder().resolveSibling("00000000-000000-broken");
            Files.createDirectories(broken);
            deleteAndBringBack(window, both.getFirst());
            OnFx.await(() -> runs.shown().size() == 3); // with the broken one
            replay(window, both.getFirst());
        }
    }

    /** Writes a note and a tag, and finds the run by it. */
    private static void find(TestWindow window, KeptRun run) throws Exception {
        choose(window, 1);
        OnFx.run(
                () -> {
                    window.find(TextArea.class, "#note").setText("one round, as the baseline");
                    TextField tag = window.find(TextField.class, "#newTag");
                    tag.setText("baseline");
                    tag.fireEvent(new ActionEvent());
                });
        RunNote note = RunNote.of("one round, as the baseline", List.of("baseline"));
        OnFx.await(() -> !window.wiring().shelf().busy());
        assertEquals(note, RunNote.read(run.folder()));
        OnFx.run(() -> window.find(TextField.class, ".runs-list .text-field").setText("BASELINE"));
        assertEquals(1, OnFx.get(() -> window.find(TableView.class, ".runs").getItems().size()));
        picture(window, "runs");
        OnFx.run(() -> window.find(TextField.class, ".runs-list .text-field").clear());
    }

    private static void compare(TestWindow window) throws Exception {
        choose(window, 0, 1);
        RunsViewModel runs = window.wiring().shelf().runs();
        window.press(BUTTONS, "Compare");
        OnFx.await(() -> runs.comparison().verdictProperty().get().startsWith("On the same 4"));
        List<RunDiff> lines = OnFx.get(() -> List.copyOf(runs.comparison().lines()));
        RunDiff rounds =
                lines.stream()
                        .filter(line -> line.name().equals("choices.rounds"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("1", rounds.first());
        assertEquals("2", rounds.second());
        assertEquals(1, lines.size(), lines.toString());
        OnFx.run(() -> runs.comparison().wholeProperty().set(true));
        assertTrue(
                OnFx.get(() -> runs.comparison().lines().stream())
                        .anyMatch(line -> line.name().contains("model.safetensors")));
        picture(window, "comparison");
        window.press(KeyCode.ESCAPE, false);
        OnFx.await(() -> !runs.comparison().openProperty().get());
    }

    private static void deleteAndBringBack(TestWindow window, KeptRun run) throws Exception {
        choose(window, 0);
        window.press(KeyCode.DELETE, false);
        OnFx.await(() -> !Files.exists(run.folder()));
        OnFx.await(
                () ->
                        window.all(Label.class, ".runs-notice .label").stream()
                                .anyMatch(label -> label.getText().startsWith(run.id())));
        picture(window, "runs-deleted");
        window.focus(".runs");
        window.press(KeyCode.Z, true);
        OnFx.await(() -> Files.exists(run.folder().resolve("run.json")));
    }

    private static void replay(TestWindow window, KeptRun run) throws Exception {
        choose(window, 0);
        window.press(BUTTONS, "Items");
        EvaluationViewModel evaluation = window.wiring().runDesk().evaluation();
        OnFx.await(() -> run.id().equals(evaluation.keptProperty().get()));
        assertEquals(4, OnFx.get(() -> evaluation.shown().size()));
        OnFx.run(() -> window.wiring().show("library"));
        choose(window, 0);
        window.press(BUTTONS, "Replay");
        OnFx.await(() -> window.wiring().runDesk().replay().activeProperty().get());
        assertEquals(
                run.id(), OnFx.get(() -> window.wiring().runDesk().replay().titleProperty().get()));
        assertFalse(
                Objects.requireNonNull(OnFx.get(() -> window.wiring().run().passes())).isEmpty());
    }
}
