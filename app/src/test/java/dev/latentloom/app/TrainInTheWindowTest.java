package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.run.RunKind;
import dev.latentloom.views.train.CurvePoint;
import dev.latentloom.views.train.PartChoice;
import dev.latentloom.views.train.TrainRun;
import dev.latentloom.views.train.TrainViewModel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A person trains the sample's links, stops, goes on, and lets the team think with them. */
@RequiresFonts
@Tag("slow")
class TrainInTheWindowTest {
    private static final Map<String, String> SMALL =
            Map.of("iterations", "400", "batch", "8", "validateEvery", "0", "checkpointEvery", "5");

    @TempDir private Path home;
    private @Nullable TestWindow open;

    @BeforeEach
    void openWindow() throws Exception {
        open = TestWindow.local(home);
        OnFx.run(() -> wiring().open(Wiring.samplesFolder().resolve("relay")));
        OnFx.await(() -> wiring().run().projectProperty().get() != null);
        OnFx.run(
                () -> {
                    wiring().show("train");
                    for (PartChoice part : train().choices().parts()) {
                        part.textProperty().set(SMALL.getOrDefault(part.key(), ""));
                    }
                });
    }

    @AfterEach
    void close() {
        window().close();
    }

    private TestWindow window() {
        return Objects.requireNonNull(open);
    }

    private Wiring wiring() {
        return window().wiring();
    }

    private TrainViewModel train() {
        return wiring().train();
    }

    private TrainRun run() {
        return Objects.requireNonNull(train().runProperty().get());
    }

    private void press(String name) throws Exception {
        window().press(".train .button", name);
    }

    private List<CurvePoint> losses() {
        return run().curves()
                .find("loss")
                .map(curve -> List.copyOf(curve.points()))
                .orElse(List.of());
    }

    private void awaitLosses(int count) throws Exception {
        OnFx.await(() -> train().runProperty().get() != null && losses().size() >= count);
    }

    private void stop() throws Exception {
        press("Stop and keep");
        OnFx.await(() -> train().stateProperty().get() == JobState.STOPPED);
    }

    private void pauseAndGoOn() throws Exception {
        press("Pause");
        OnFx.await(() -> train().stateProperty().get() == JobState.PAUSED);
        press("Go on");
        OnFx.await(() -> train().stateProperty().get() == JobState.RUNNING);
    }

    private static double mean(List<CurvePoint> points) {
        return points.stream().mapToDouble(CurvePoint::value).average().orElseThrow();
    }

    @Test
    void lossFallsStopResumeAndTheTeamThinksWithWhatWasLearned() throws Exception {
        press("Train links");
        awaitLosses(5);
        pauseAndGoOn();
        awaitLosses(30);
        stop();
        List<CurvePoint> before = losses();
        int size = before.size();
        assertTrue(
                mean(before.subList(size - 5, size)) < 0.8 * mean(before.subList(0, 5)),
                "loss " + before);
        String id = run().idProperty().get();
        OnFx.await(() -> id.equals(wiring().run().choices().linksProperty().get()));
        OnFx.await(
                () ->
                        wiring().build().links().setsProperty().get().stream()
                                .anyMatch(set -> set.name().equals(id)));

        OnFx.await(() -> train().resumableProperty().get());
        press("Resume");
        awaitLosses(size + 5);
        stop();
        assertEquals(id, run().idProperty().get());
        List<CurvePoint> whole = losses();
        for (int step = 1; step <= whole.size(); step++) {
            assertEquals(step, whole.get(step - 1).step());
        }

        OnFx.run(
                () -> {
                    wiring().run().choices().kindProperty().set(RunKind.LATENT);
                    wiring().show("run");
                    wiring().ask();
                });
        OnFx.await(() -> !wiring().run().runningProperty().get());
        assertEquals(id, linksOfTheLastRun());
    }

    private String linksOfTheLastRun() throws Exception {
        Path folder =
                Objects.requireNonNull(OnFx.get(() -> wiring().run().projectProperty().get()))
                        .folder();
        ProjectStore store = new ProjectStore(folder);
        JsonNode about = RunFolder.readRun(store.runs().resolve(store.runIds().getLast()));
        return about.path("choices").path("links").asText();
    }
}
