package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.Recovered;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.StoredDraft;
import dev.latentloom.views.settings.Theme;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

@RequiresFonts
@ExtendWith(NoSamples.class)
class ProjectWindowTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final ProcessMark ENDED = new ProcessMark(1, 7); // not when that one started

    @TempDir Path home;
    private Path folder = Path.of("");

    @BeforeEach
    void makeProject() throws Exception {
        folder = RelayProjects.stored(home.resolve("Mein Projekt ä 思"));
    }

    private void open(TestWindow window) throws Exception {
        OnFx.run(() -> window.wiring().open(folder));
        OnFx.await(() -> title(window).startsWith("Relay"));
        OnFx.await(() -> !window.wiring().desk().project().busy());
    }

    private static String title(TestWindow window) {
        return window.find(Label.class, ".project-name").getText();
    }

    private static void edit(TestWindow window, String role) throws Exception {
        OnFx.run(
                () -> {
                    var build = window.wiring().build();
                    build.apply(
                            AgentEdits.rename(
                                    build.draft().document().graph().agents().getFirst(), role));
                    build.apply(LayoutEdits.move(List.of("critic"), 40, 70, "m"));
                });
    }

    @Test
    void whatIsDrawnSavedAndClosedIsThereAgain() throws Exception {
        Draft drawn;
        try (TestWindow window = TestWindow.open(home)) {
            open(window);
            assertEquals("Relay", OnFx.get(() -> title(window)));
            edit(window, "Plänerin");
            assertEquals("Relay •", OnFx.get(() -> title(window)));
            window.press(KeyCode.S, true);
            OnFx.await(() -> title(window).equals("Relay"));
            OnFx.run(() -> window.wiring().build().undo());
            assertEquals("Relay •", OnFx.get(() -> title(window)), "undo survives saving");
            OnFx.run(() -> window.wiring().build().redo());
            assertEquals("Relay", OnFx.get(() -> title(window)), "content decides, not the way");
            drawn = OnFx.get(() -> window.wiring().build().draft());
        }
        try (TestWindow window = TestWindow.open(home)) {
            open(window);
            assertEquals(drawn, OnFx.get(() -> window.wiring().build().draft()));
        }
    }

    @Test
    void leavingWithUnsavedWorkAsksInsideTheWindow() throws Exception {
        try (TestWindow window = TestWindow.open(home)) {
            open(window);
            edit(window, "Changed");
            AtomicBoolean left = new AtomicBoolean();
            OnFx.run(() -> window.wiring().leave(() -> left.set(true)));
            OnFx.await(() -> !window.all(Label.class, ".ask-sheet .label").isEmpty());
            picture(window, "unsaved");
            window.answer("dialog.cancel");
            assertTrue(!left.get() && title(window).equals("Relay •"));
            OnFx.run(() -> window.wiring().leave(() -> left.set(true)));
            window.answer("project.save");
            OnFx.await(left::get);
        }
        assertTrue(Files.readString(folder.resolve("graphs/relay.json")).contains("Changed"));
    }

    @Test
    void homeOffersRecoveredWorkBesideTheSavedOne() throws Exception {
        Project project = Project.of("Relay", "relay");
        Draft saved = StoredDraft.draft(new ProjectStore(folder).drawn("relay"), project, null);
        Draft lost =
                AgentEdits.rename(saved.document().graph().agents().getFirst(), "Not saved")
                        .change()
                        .apply(saved);
        new RecoveryJournal(Places.of(home).state().resolve("recovery"))
                .write(
                        new Recovered(
                                ENDED,
                                folder.toString(),
                                new ProjectStore(folder).fingerprint("relay"),
                                System.currentTimeMillis(),
                                project,
                                StoredDraft.file(lost.document()),
                                StoredDraft.layout(lost.layout())));
        try (TestWindow window = TestWindow.open(home)) {
            OnFx.await(() -> !window.all(Button.class, ".recovered-card .button").isEmpty());
            picture(window, "recovered");
            window.press(".recovered-card .button");
            OnFx.await(
                    () ->
                            window.all(Label.class, ".ask-details .label").stream()
                                    .anyMatch(line -> line.getText().contains("Not saved")));
            picture(window, "differences");
            window.answer("project.openRecovered");
            OnFx.await(() -> title(window).equals("Relay •"));
            assertEquals(lost, OnFx.get(() -> window.wiring().build().draft()));
            OnFx.run(() -> window.wiring().build().undo());
            assertEquals(saved, OnFx.get(() -> window.wiring().build().draft()));
        }
    }

    @Test
    void aNewProjectIsSavedWhereItIsToldTo() throws Exception {
        try (TestWindow window = TestWindow.open(home)) {
            window.press(KeyCode.N, true);
            edit(window);
            window.press(KeyCode.S, true);
            OnFx.await(() -> !window.all(Button.class, ".ask-sheet .accent").isEmpty());
            picture(window, "place");
            window.press(".ask-sheet .accent");
            Path made = Places.of(home).data().resolve("projects/Untitled");
            OnFx.await(() -> ProjectStore.isProject(made));
            OnFx.await(() -> title(window).equals("Untitled"));
        }
    }

    private static void edit(TestWindow window) throws Exception {
        OnFx.run(
                () ->
                        window.wiring()
                                .build()
                                .apply(LayoutEdits.move(List.of("#question"), 50, 0, "m")));
    }

    private static void picture(TestWindow window, String name) throws Exception {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String file = "project-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            Picture.write(window.draw(theme), PICTURES.resolve(file));
        }
    }
}
