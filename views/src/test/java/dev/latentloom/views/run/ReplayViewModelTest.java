package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ReplayViewModelTest {
    private static final RunEvent.Lens LENS =
            new RunEvent.Lens(
                    1,
                    "planner",
                    2,
                    List.of(new NearToken("e17", 0.9)),
                    Map.of("there", List.of(new NearToken("e17", 0.7))));

    @TempDir private Path folder;
    private final ScriptedRunner runner = new ScriptedRunner();
    private final RunViewModel run =
            new RunViewModel(new Jobs(runner, Runnable::run, new LogModel()), new Relay());
    private final ReplayViewModel replay =
            new ReplayViewModel(run, new Background(Runnable::run, Runnable::run));

    /** A second of loading, then 4 seconds of turns: two latent steps and an answer. */
    @BeforeEach
    void keep() throws Exception {
        try (RunFolder kept = RunFolder.at(folder.resolve("kept"))) {
            kept.writeRun(
                    Map.of(
                            "spec", Map.of("question", "which"),
                            "choices", Map.of("mode", "latent", "rounds", 2)));
            kept.append(new RunEvent.Stage("engine.loading", List.of()));
            kept.append(new RunEvent.TurnStarted(1, "planner", true, 1));
            kept.append(new RunEvent.LatentStep(1, "planner", 1, 2));
            kept.append(new RunEvent.LatentStep(1, "planner", 2, 2));
            kept.append(LENS);
            kept.append(new RunEvent.ItemResult("q", "which", null, "e17", true, 1, 1, 2, 0.1));
        }
        Path events = folder.resolve("kept").resolve("events.jsonl");
        List<String> timed = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            timed.add(line.replaceFirst("\"at\":\\d+", "\"at\":" + (5000 + 1000 * timed.size())));
        }
        Files.write(events, timed);
        run.open(Relay.PROJECT);
        replay.open(folder.resolve("kept"));
    }

    private LaneModel lane() {
        return run.passes().getFirst().lanes().getFirst();
    }

    @Test
    void playsInTheTimeAndAtTheSpeedThatIsChosen() {
        assertEquals(4, replay.lengthProperty().get());
        assertEquals("which", run.questionProperty().get());
        replay.tick(1.5);
        assertEquals(1, lane().stepsDoneProperty().get());
        replay.speedProperty().set(0.25);
        replay.tick(1);
        assertEquals(1, lane().stepsDoneProperty().get());
        replay.speedProperty().set(16);
        replay.tick(1);
        assertEquals("e17", run.passes().getFirst().answerProperty().get());
        assertEquals(LENS, lane().lensProperty().get());
        assertFalse(replay.playingProperty().get());
        assertTrue(runner.specs.isEmpty(), "no model is asked");
    }

    @Test
    void goesBackAndStepByStep() {
        replay.seek(4);
        replay.seek(1);
        assertEquals(1, lane().stepsDoneProperty().get());
        assertEquals("", run.passes().getFirst().answerProperty().get());
        replay.step(true);
        assertEquals(2, lane().stepsDoneProperty().get());
        replay.step(false);
        assertEquals(1, lane().stepsDoneProperty().get());
        assertFalse(replay.playingProperty().get());
    }

    @Test
    void closedAmidATurnNobodyIsAtWork() {
        replay.tick(1.5);
        assertEquals(TurnState.RUNNING, run.team().agents().get("planner"));
        replay.close();
        assertEquals(TurnState.WAITING, run.team().agents().get("planner"));
    }

    @Test
    void aNewQuestionEndsIt() {
        run.ask();
        assertFalse(replay.activeProperty().get());
        replay.tick(3);
        assertEquals(0, lane().stepsDoneProperty().get());
    }

    @Test
    void aFolderWithoutARunIsSaid() {
        replay.open(folder);
        assertFalse(replay.problemProperty().get().isEmpty());
        assertFalse(replay.activeProperty().get());
        replay.open(folder.resolve("kept"));
        assertEquals("", replay.problemProperty().get());
        assertTrue(replay.activeProperty().get());
    }

    @Test
    void aBrokenTapeIsSaidWithItsLine() throws Exception {
        Path events = folder.resolve("kept").resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replace("\"turnStarted\"", "\"turn"));
        replay.open(folder.resolve("kept"));
        assertTrue(replay.problemProperty().get().contains("line 2"));
        assertFalse(replay.activeProperty().get());
    }

    @Test
    void aRunOfAnotherTeamIsSaid() throws Exception {
        Path events = folder.resolve("kept").resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replace("planner", "poet"));
        replay.open(folder.resolve("kept"));
        assertTrue(replay.problemProperty().get().contains("poet"));
        assertFalse(replay.activeProperty().get());
    }
}
