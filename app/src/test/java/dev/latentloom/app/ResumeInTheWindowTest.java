package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.project.ProcessMark;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.views.library.RunsViewModel;
import dev.latentloom.views.train.TrainViewModel;

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

/** Train offers to go on with a stopped training as long as that is there. */
@RequiresFonts
@ExtendWith(NoSamples.class)
class ResumeInTheWindowTest {
    @TempDir Path home;
    private Path project = Path.of("");
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        project = RelayProjects.stored(home.resolve("relay"));
        write("1-train", "cancelled");
        open = TestWindow.open(home);
        OnFx.run(() -> window().wiring().open(project));
        OnFx.await(() -> train().resumableProperty().get());
    }

    @AfterEach
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(open);
    }

    private TrainViewModel train() {
        return window().wiring().train();
    }

    private RunsViewModel runs() {
        return window().wiring().shelf().runs();
    }

    private void write(String id, String state) throws Exception {
        Path folder = project.resolve("runs").resolve(id);
        RunSpec spec =
                new RunSpec.Train(
                        project, null, "paper", null, null, null, null, true, Map.of(), 0L);
        try (RunFolder run = RunFolder.at(folder)) {
            run.writeRun(
                    Map.of(
                            "spec",
                            RunJson.MAPPER.valueToTree(spec),
                            "state",
                            state,
                            "process",
                            ProcessMark.ofThis()));
        }
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.createFile(folder.resolve("checkpoints").resolve("last.safetensors"));
    }

    @Test
    void theOfferGoesWithItsRunAndComesBackWithIt() throws Exception {
        OnFx.await(() -> runs().shown().size() == 1);
        OnFx.run(
                () -> {
                    runs().choose(List.copyOf(runs().shown()));
                    runs().delete();
                });
        OnFx.await(() -> !train().resumableProperty().get());
        OnFx.run(() -> runs().undo());
        OnFx.await(() -> train().resumableProperty().get());
    }

    @Test
    void aTrainingThatIsAtWorkElsewhereIsNotOffered() throws Exception {
        write("2-train", "running");
        OnFx.run(() -> window().wiring().show("train"));
        OnFx.await(() -> runs().shown().size() == 2);
        OnFx.await(() -> !train().resumableProperty().get());
        write("3-train", "failed");
        OnFx.run(() -> window().wiring().show("library"));
        OnFx.await(() -> train().resumableProperty().get());
        assertEquals(
                "3-train",
                Objects.requireNonNull(OnFx.get(() -> train().stoppedProperty().get())).id());
    }
}
