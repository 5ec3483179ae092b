package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.RunChoices;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Link sets and data files that another program puts into the open project. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class FilesFromElsewhereTest {
    private static final Path TRAINED = Path.of("../sample-projects/relay/links/on-policy-1");

    @TempDir Path home;
    private Path project = Path.of("");
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        project = RelayProjects.stored(home.resolve("relay"));
        open = TestWindow.open(home);
        OnFx.run(() -> wiring().open(project));
        OnFx.await(() -> wiring().run().projectProperty().get() != null);
        OnFx.await(() -> wiring().settled());
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(open).close();
    }

    private Wiring wiring() {
        return Objects.requireNonNull(open).wiring();
    }

    private RunChoices choices() {
        return wiring().run().choices();
    }

    /** As training or importing at the command line leaves it. */
    private void putLinks() throws Exception {
        Path to = Files.createDirectories(project.resolve("links").resolve("from-elsewhere"));
        try (var files = Files.list(TRAINED)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aLinkSetIsOfferedEverywhereAndWhatIsChosenStays() throws Exception {
        OnFx.run(() -> choices().linksProperty().set("untrained"));
        putLinks();
        OnFx.await(() -> choices().linkSets().contains("from-elsewhere"));
        assertEquals("untrained", OnFx.get(() -> choices().linksProperty().get()));
        assertTrue(
                OnFx.get(() -> wiring().train().compare().sets().contains("from-elsewhere")),
                "to compare");
        assertTrue(
                OnFx.get(
                        () -> wiring().train().choices().startingSets().contains("from-elsewhere")),
                "to start from");
        OnFx.await(
                () ->
                        wiring().build().links().setsProperty().get().stream()
                                .anyMatch(set -> set.name().equals("from-elsewhere")));
    }

    @Test
    void aDataFileIsOfferedAndWhatIsChosenStays() throws Exception {
        DataViewModel data = wiring().runDesk().data();
        assertFalse(OnFx.get(() -> data.readingProperty().get()));
        Path file = Files.createDirectories(project.resolve("datasets")).resolve("new.jsonl");
        Files.writeString(file, "{\"question\": \"start c4 route b d\", \"answer\": \"e17\"}\n");
        OnFx.await(() -> data.offerProperty().get().files().equals(List.of(file)));
        assertNull(OnFx.get(() -> data.fileProperty().get()), "still the task's own questions");
        OnFx.run(() -> data.choose(file));
        OnFx.await(() -> !data.rows().isEmpty());
        OnFx.await(
                () ->
                        wiring().train()
                                .choices()
                                .data()
                                .offerProperty()
                                .get()
                                .files()
                                .equals(List.of(file)));
        Path other = project.resolve("datasets").resolve("another.jsonl");
        Files.copy(file, other);
        OnFx.await(() -> data.offerProperty().get().files().equals(List.of(other, file)));
        assertEquals(file, OnFx.get(() -> data.fileProperty().get()));
        assertEquals(1, OnFx.get(() -> data.rows().size()));
    }
}
