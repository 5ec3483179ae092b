package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.stats.Proportion;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class AblationViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final Jobs jobs = new Jobs(runner, Runnable::run, new LogModel());
    private final RunViewModel run = new RunViewModel(jobs, new Relay());
    private final DataViewModel data =
            new DataViewModel(new ListedNotes(), new Background(Runnable::run, Runnable::run));
    private final AblationViewModel model =
            new AblationViewModel(jobs, run, data, new Background(Runnable::run, Runnable::run));

    private void start() {
        run.open(Relay.PROJECT);
        model.start();
    }

    private static RunEvent.Cell cell(int m, int n, long seed, double accuracy) {
        return new RunEvent.Cell(m, n, seed, 100, accuracy, accuracy - 0.1, accuracy + 0.1);
    }

    @Test
    void listsSeedsAndSettingsOfRunGoIntoTheSpecification() {
        run.open(Relay.PROJECT);
        model.steps().textProperty().set("0, 4,8");
        model.rounds().textProperty().set("2");
        model.seeds().textProperty().set("3");
        model.start();
        RunSpec.Ablate spec = (RunSpec.Ablate) runner.specs.getFirst();
        assertEquals(List.of(0, 4, 8), spec.steps());
        assertEquals(List.of(2), spec.rounds());
        assertEquals(3, spec.seeds());
        assertEquals(200, spec.limit());
        assertEquals(RunMode.LATENT, spec.settings().mode());
        assertEquals("soft-token", spec.settings().links());
    }

    @Test
    void questionsAreThoseOfTheDataSetWithItsColumns(@TempDir Path folder) throws Exception {
        run.open(Relay.PROJECT);
        data.open(Relay.PROJECT.folder());
        Path file = Files.writeString(folder.resolve("mine.csv"), "q,a,old\ne1 A,e2,e3\n");
        data.choose(file);
        data.map("question", "q");
        data.map("answer", "old");
        model.start();
        RunSpec.Ablate spec = (RunSpec.Ablate) runner.specs.getFirst();
        assertEquals(file, spec.data());
        assertEquals("old", spec.fields().get("answer"));
        assertEquals("mine.csv", model.asked());
    }

    @Test
    void listThatIsNotOfNumbersWithinBoundsForbidsStart() {
        run.open(Relay.PROJECT);
        for (String typed : List.of("", "1,,2", "1;2", "0", "65")) {
            model.rounds().textProperty().set(typed);
            assertFalse(model.startableProperty().get(), typed);
        }
        model.rounds().textProperty().set("64");
        assertTrue(model.startableProperty().get());
    }

    @Test
    void cellsOfEachRoundBecomeACurveOverMHoweverTheyArrive() {
        start();
        runner.tell(0, cell(4, 1, 0, 0.5), cell(4, 2, 0, 0.8), cell(0, 1, 0, 0.1));
        Map<Integer, List<AblationPoint>> curves = model.curves();
        assertEquals(List.of(1, 2), List.copyOf(curves.keySet()));
        assertEquals(
                List.of(0, 4),
                Objects.requireNonNull(Objects.requireNonNull(curves.get(1))).stream()
                        .map(AblationPoint::steps)
                        .toList());
    }

    @Test
    void seedsAreAveragedAndTheBandIsThatOfTheItems() {
        start();
        runner.tell(0, cell(4, 1, 0, 0.6), cell(4, 1, 1, 0.4));
        AblationPoint point = Objects.requireNonNull(model.curves().get(1)).getFirst();
        assertEquals(0.5, point.accuracy(), 1e-12);
        assertEquals(2, point.seeds());
        assertEquals(Proportion.wilson(50, 100).low(), point.low(), 1e-12);
        assertEquals(Proportion.wilson(50, 100).high(), point.high(), 1e-12);
    }

    @Test
    void stoppedAblationKeepsItsCells() {
        start();
        runner.tell(0, cell(4, 1, 0, 0.6));
        model.stop();
        assertTrue(model.runningProperty().get());
        runner.tell(0, new RunEvent.Done(true, Map.of()));
        assertFalse(model.runningProperty().get());
        assertEquals(1, model.cells().size());
    }

    @Test
    void exportHoldsEveryCell(@TempDir Path folder) throws Exception {
        start();
        runner.tell(0, cell(4, 1, 0, 0.5));
        Path file = folder.resolve("cells.csv");
        model.export(file);
        assertEquals(
                "steps,rounds,seed,n,accuracy,low,high\n4,1,0,100,0.5,0.4,0.6\n",
                Files.readString(file));
        model.export(folder);
        assertTrue(model.noticeProperty().get().startsWith("Cannot write"));
    }
}
