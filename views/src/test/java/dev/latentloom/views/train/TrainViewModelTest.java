package dev.latentloom.views.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;
import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.ListedNotes;
import dev.latentloom.views.run.Relay;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.run.ScriptedRunner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class TrainViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final Jobs jobs = new Jobs(runner, Runnable::run, new LogModel());
    private final RunViewModel team = new RunViewModel(jobs, new Relay());
    private final FewRecipes source = new FewRecipes();
    private long nanos;
    private final TrainViewModel model =
            new TrainViewModel(
                    jobs,
                    source,
                    team,
                    new DataViewModel(
                            new ListedNotes(), new Background(Runnable::run, Runnable::run)),
                    new Background(Runnable::run, Runnable::run),
                    () -> nanos);

    private void start() {
        team.open(Relay.PROJECT);
        model.start();
    }

    private TrainRun run() {
        return Objects.requireNonNull(model.runProperty().get());
    }

    private static RunEvent.MetricPoint loss(long step, double value) {
        return new RunEvent.MetricPoint("loss/inner:planner", step, value);
    }

    private List<CurvePoint> points() {
        return run().curves().find("loss/inner:planner").orElseThrow().points();
    }

    @Test
    void nothingStartsBeforeAProjectIsOpen() {
        assertFalse(model.startableProperty().get());
        model.start();
        assertTrue(runner.specs.isEmpty());
    }

    @Test
    void choicesGoIntoTheSpecification() {
        team.open(Relay.PROJECT);
        TrainChoices choices = model.choices();
        choices.parts().getFirst().textProperty().set("8");
        choices.stageProperty().set(TrainStage.OUTER);
        choices.fromProperty().set("old");
        choices.seed().textProperty().set("7");
        choices.useProperty().set(false);
        model.start();
        assertEquals(
                new RunSpec.Train(
                        Relay.PROJECT.folder(),
                        "pair",
                        "on-policy",
                        "outer",
                        null,
                        "old",
                        null,
                        false,
                        Map.of("batch", "8"),
                        7L),
                runner.specs.getFirst());
    }

    @Test
    void valueOfTheRecipeItselfIsNoDeparture() {
        PartChoice batch = model.choices().parts().getFirst();
        batch.textProperty().set("64");
        assertFalse(batch.departsProperty().get());
        batch.textProperty().set("65");
        assertTrue(batch.departsProperty().get());
        model.choices().recipeProperty().set(model.choices().recipes().getLast());
        assertEquals(Map.of(), model.choices().changes());
    }

    @Test
    void departureThatDoesNotFitForbidsStartAndSaysWhy() {
        team.open(Relay.PROJECT);
        model.choices().parts().getFirst().textProperty().set("many");
        assertFalse(model.startableProperty().get());
        assertTrue(model.choices().problemProperty().get().contains("a number"));
    }

    @Test
    void pointsOfEveryLinkBecomeCurves() {
        start();
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"), loss(1, 0.9), loss(2, 0.5));
        assertEquals(List.of(new CurvePoint(1, 0.9), new CurvePoint(2, 0.5)), points());
        assertEquals(
                List.of("inner:planner", "inner:solver", "outer:there", "outer:back"),
                run().links().stream().map(LinkName::key).toList());
        assertEquals("Planner → Solver", run().links().get(2).name());
    }

    @Test
    void stepsToldAgainAfterAResumeReplaceTheFirstTelling() {
        start();
        runner.tell(0, loss(1, 0.9), loss(2, 0.5), loss(3, 0.4), loss(2, 0.45));
        assertEquals(List.of(new CurvePoint(1, 0.9), new CurvePoint(2, 0.45)), points());
    }

    @Test
    void checkpointKeepsWhatWasMeasuredByThen() {
        start();
        runner.tell(
                0,
                new RunEvent.MetricPoint("loss", 25, 0.3),
                new RunEvent.MetricPoint("accuracy/validation", 25, 0.75),
                new RunEvent.Checkpoint("runs/t1", 25, true),
                new RunEvent.Checkpoint("runs/t1", 25, false));
        assertEquals(
                List.of(
                        new CheckpointRow(25, false, 0.3, 0.75),
                        new CheckpointRow(25, true, 0.3, 0.75)),
                run().checkpoints());
    }

    @Test
    void timeLeftIsARangeFromTheFastestToTheSlowestQuarter() {
        start();
        for (int done = 1; done <= 9; done++) {
            nanos += done <= 5 ? 1_000_000_000L : 2_000_000_000L;
            runner.tell(0, new RunEvent.Progress(done, 19));
        }
        assertEquals("step 9 of 19, 10 s – 20 s left", run().progressProperty().get());
    }

    @Test
    void pauseIsShownWhenTheEngineConfirmsItAndItsTimeDoesNotCount() {
        start();
        StepGate gate = runner.gates.getFirst();
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"));
        for (int done = 1; done <= 5; done++) {
            nanos += 1_000_000_000L;
            runner.tell(0, new RunEvent.Progress(done, 15));
        }
        model.pauseOrGoOn();
        assertEquals(JobState.PAUSING, model.stateProperty().get());
        assertTrue(gate.isPaused());
        runner.tell(0, new RunEvent.Paused(true));
        assertEquals(JobState.PAUSED, model.stateProperty().get());
        assertTrue(model.stoppableProperty().get());
        assertFalse(model.startableProperty().get());
        nanos += 600_000_000_000L;
        model.pauseOrGoOn();
        assertFalse(gate.isPaused());
        runner.tell(0, new RunEvent.Paused(false));
        assertEquals(JobState.RUNNING, model.stateProperty().get());
        nanos += 1_000_000_000L;
        runner.tell(0, new RunEvent.Progress(6, 15));
        assertEquals("step 6 of 15, 9 s – 9 s left", run().progressProperty().get());
    }

    @Test
    void stopIsShownOnlyWhenTheEngineConfirmsIt() {
        start();
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"));
        assertEquals(JobState.RUNNING, model.stateProperty().get());
        model.stop();
        assertEquals(List.of(0), runner.cancelled);
        assertEquals(JobState.STOPPING, model.stateProperty().get());
        assertFalse(model.startableProperty().get());
        runner.tell(0, new RunEvent.Done(true, Map.of()));
        assertEquals(JobState.STOPPED, model.stateProperty().get());
        assertTrue(model.startableProperty().get());
        assertNotNull(run().endProperty().get());
    }

    @Test
    void trainedLinksAreOfferedAndChosenInRun() {
        start();
        source.sets.add("t1");
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"), new RunEvent.Done(false, Map.of()));
        assertEquals("t1", team.choices().linksProperty().get());
        assertEquals(List.of("t1"), source.used);
        assertEquals(List.of("old", "t1"), model.choices().startingSets());
    }

    @Test
    void linksThatAreNotToBeUsedAreOfferedOnly() {
        model.choices().useProperty().set(false);
        start();
        source.sets.add("t1");
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"), new RunEvent.Done(false, Map.of()));
        assertEquals("soft-token", team.choices().linksProperty().get());
        assertTrue(team.choices().linkSets().contains("t1"));
    }

    @Test
    void sampleThatStaysAsItIsUsesTheLinksInRunOnly() {
        source.readOnly = true;
        start();
        assertFalse(((RunSpec.Train) runner.specs.getFirst()).use());
        source.sets.add("t1");
        runner.tell(0, new RunEvent.Started("t1", "runs/t1"), new RunEvent.Done(true, Map.of()));
        assertEquals("t1", team.choices().linksProperty().get());
        model.use("old");
        assertEquals("old", team.choices().linksProperty().get());
        assertEquals(List.of(), source.used);
    }

    @Test
    void setInUseIsKeptInTheProject() {
        team.open(Relay.PROJECT);
        team.offerLinks(List.of("old", "soft-token"), null);
        model.use("old");
        assertEquals(List.of("old"), source.used);
        assertEquals("old", team.choices().linksProperty().get());
    }

    @Test
    void atlasTellsRoundsApartWhereTheRecipeDoes() {
        start();
        runner.tell(0, new RunEvent.MetricPoint("grad/inner:planner", 1, 0.5));
        assertEquals(List.of(0), run().atlas().rounds());
        runner.tell(
                0,
                new RunEvent.MetricPoint("grad/inner:planner/r1", 2, 1e-6),
                new RunEvent.MetricPoint("grad/inner:planner/r2", 2, 1e-2),
                new RunEvent.MetricPoint("grad/outer:back/r2", 2, 0));
        assertEquals(List.of(1, 2), run().atlas().rounds());
        assertEquals(1e-6, run().atlas().norm("inner:planner", 1));
        assertNull(run().atlas().norm("outer:back", 1));
        assertNull(run().atlas().norm("outer:back", 2));
        assertEquals(2, run().atlas().stepProperty().get());
        runner.tell(0, new RunEvent.MetricPoint("grad/inner:solver", 3, 0.2)); // by regression
        assertEquals(List.of(1, 2, 0), run().atlas().rounds());
        assertEquals(0.2, run().atlas().norm("inner:solver", 0));
    }

    @Test
    void eachQuestionShowsItsNewestAnswerAndThoseBefore() {
        start();
        runner.tell(0, answer(10, "a", "x"), answer(10, "b", "y"), answer(20, "a", "z"));
        assertEquals(
                List.of(
                        new SampleRow(answer(20, "a", "z"), List.of("x")),
                        SampleRow.first(answer(10, "b", "y"))),
                run().answers());
        runner.tell(0, answer(20, "a", "w")); // told again after a resume
        assertEquals(new SampleRow(answer(20, "a", "w"), List.of("x")), run().answers().getFirst());
    }

    private static RunEvent.SampleAnswer answer(long step, String asked, String said) {
        return new RunEvent.SampleAnswer(step, asked, "z", said, said.equals("z"));
    }

    @Test
    void aTrainingThatEndedEarlySaysSo() {
        start();
        runner.tell(
                0,
                new RunEvent.Progress(6, 15),
                new RunEvent.Done(false, Map.of("endedEarly", true)));
        assertEquals("step 6 of 15, ended early", run().progressProperty().get());
        assertEquals(JobState.DONE, model.stateProperty().get());
    }

    @Test
    void resumeGoesOnWithTheStoppedRunAsItWasAskedForAndShowsItsCurves() {
        RunSpec.Train before =
                new RunSpec.Train(
                        Relay.PROJECT.folder(),
                        "pair",
                        "on-policy",
                        null,
                        null,
                        null,
                        null,
                        true,
                        Map.of("batch", "8"),
                        5L);
        source.stopped = new StoppedRun("t9", before, 25, List.of(loss(1, 0.9), loss(25, 0.3)));
        team.open(Relay.PROJECT);
        assertEquals(List.of("seed: 5, now 0", "batch: 8, now usual"), model.resumeDiff());
        model.resume();
        assertEquals(source.stopped.resumed(), runner.specs.getFirst());
        assertEquals("t9", ((RunSpec.Train) runner.specs.getFirst()).resume());
        runner.tell(0, loss(26, 0.25));
        assertEquals(3, points().size());
        assertFalse(model.resumableProperty().get());
    }

    @Test
    void aStoppedTrainingWhoseRunIsGoneIsNoLongerOffered() {
        RunSpec.Train asked = model.choices().spec(Relay.PROJECT);
        source.stopped = new StoppedRun("t9", asked, 25, List.of());
        team.open(Relay.PROJECT);
        assertTrue(model.resumableProperty().get());
        source.stopped = null;
        model.runsChanged();
        assertFalse(model.resumableProperty().get());
        assertNull(model.stoppedProperty().get());
        source.stopped = new StoppedRun("t8", asked, 5, List.of());
        model.runsChanged();
        assertTrue(model.resumableProperty().get());
    }

    @Test
    void leakBetweenDataAndTestItemsIsSaid(@TempDir Path folder) throws Exception {
        team.open(Relay.PROJECT);
        assertTrue(model.outlook().leakProperty().get().startsWith("Leak check: none of 2"));
        assertEquals(
                List.of(3, 2),
                Objects.requireNonNull(model.outlook().dataProperty().get()).lengths());
        source.shared = 1;
        Path file = Files.writeString(folder.resolve("mine.csv"), "question,answer\na b,c\n");
        model.choices().data().choose(file);
        assertTrue(model.outlook().leakProperty().get().startsWith("Leak: 1 of 2"));
    }

    @Test
    void trainingWaitsUntilItIsKnownWhichColumnIsTheQuestion(@TempDir Path folder)
            throws Exception {
        team.open(Relay.PROJECT);
        Path file = Files.writeString(folder.resolve("mine.csv"), "q1,a1\na b,c\n");
        model.choices().data().choose(file);
        assertFalse(model.startableProperty().get());
        assertNull(model.outlook().dataProperty().get());
        model.choices().data().map("question", "q1");
        model.choices().data().map("answer", "a1");
        assertNotNull(model.outlook().dataProperty().get());
        model.start();
        RunSpec.Train spec = (RunSpec.Train) runner.specs.getFirst();
        assertEquals(file, spec.data());
        assertEquals("q1", spec.fields().get("question"));
        assertEquals("a1", spec.fields().get("answer"));
    }

    @Test
    void memoryThatIsNotThereIsSaidBeforeTheStart() {
        team.open(Relay.PROJECT);
        assertFalse(model.outlook().tooMuchProperty().get());
        source.free = 1 << 20;
        model.choices().parts().getLast().textProperty().set("2");
        assertTrue(model.outlook().tooMuchProperty().get());
        assertTrue(model.outlook().memoryProperty().get().contains("Only 1 MiB are free"));
    }

    @Test
    void timeIsSaidOnlyWhereItWasMeasured() {
        team.open(Relay.PROJECT);
        assertTrue(model.outlook().timeProperty().get().startsWith("Time: known after"));
        source.pace = 0.5;
        model.choices().parts().getLast().textProperty().set("2");
        assertEquals(
                "Time: about 50 s, at the pace of run t0: same recipe and parts, this machine.",
                model.outlook().timeProperty().get());
    }

    @Test
    void nothingToGoOnWithMeansNoResume() {
        team.open(Relay.PROJECT);
        assertFalse(model.resumableProperty().get());
        model.resume();
        assertTrue(runner.specs.isEmpty());
    }

    @Test
    void failureIsNeverShownAsAnEnd() {
        start();
        runner.tell(0, new RunEvent.Failed("train.notANumber", List.of("loss/inner:planner", 3)));
        assertEquals(JobState.FAILED, model.stateProperty().get());
        assertTrue(run().problemProperty().get().contains("loss/inner:planner is no longer"));
        assertNull(run().endProperty().get());
    }
}
