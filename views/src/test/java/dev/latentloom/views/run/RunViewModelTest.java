package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.NearToken;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RunViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LogModel log = new LogModel();
    private final RunViewModel model =
            new RunViewModel(new Jobs(runner, Runnable::run, log), new Relay());

    private void ask(RunKind kind) {
        model.open(Relay.PROJECT);
        model.choices().kindProperty().set(kind);
        model.ask();
    }

    private static RunEvent.ItemResult said(String answer) {
        return new RunEvent.ItemResult("q", "where", null, answer, null, 1, 1, 1, 0.1);
    }

    private static RunEvent.Done done(boolean cancelled) {
        return new RunEvent.Done(
                cancelled,
                Map.of("prefillTokens", 40, "decodedTokens", 2, "latentSteps", 15, "ttftP50", 0.5));
    }

    @Test
    void nothingCanBeAskedBeforeAProjectIsOpen() {
        model.questionProperty().set("where");
        assertFalse(model.askableProperty().get());
        model.ask();
        assertTrue(runner.specs.isEmpty());
    }

    @Test
    void openingAProjectTakesItsFirstExampleAndItsLinks() {
        model.open(Relay.PROJECT);
        assertEquals("where", model.questionProperty().get());
        assertEquals("soft-token", model.choices().linksProperty().get());
        assertTrue(model.askableProperty().get());
    }

    @Test
    void bothModesSubmitLatentThenText() {
        ask(RunKind.BOTH);
        List<RunMode> modes =
                runner.specs.stream()
                        .map(spec -> ((RunSpec.Answer) spec).settings().mode())
                        .toList();
        assertEquals(List.of(RunMode.LATENT, RunMode.TEXT), modes);
        assertNull(((RunSpec.Answer) runner.specs.get(1)).settings().links());
        assertEquals("pair", ((RunSpec.Answer) runner.specs.getFirst()).graph());
    }

    @Test
    void lanesArePlannedUpToTheAnsweringAgentOfTheLastRound() {
        ask(RunKind.LATENT);
        List<String> lanes =
                model.passes().getFirst().lanes().stream()
                        .map(lane -> lane.round() + lane.role())
                        .toList();
        assertEquals(List.of("1Planner", "1Solver", "2Planner", "2Solver"), lanes);
    }

    @Test
    void eventsLightUpLanesAndFillTheLedger() {
        ask(RunKind.LATENT);
        PassModel pass = model.passes().getFirst();
        LaneModel lane = pass.lanes().getFirst();
        runner.tell(
                0,
                new RunEvent.Started("1", "runs/1"),
                new RunEvent.TurnStarted(1, "planner", true, 1),
                new RunEvent.LatentStep(1, "planner", 3, 5));
        assertEquals(TurnState.RUNNING, lane.stateProperty().get());
        assertEquals(3, lane.stepsDoneProperty().get());
        assertEquals(TurnState.RUNNING, model.team().agents().get("planner"));
        runner.tell(
                0,
                new RunEvent.TurnDone(1, "planner", null, 20, 0, 5, 0.25),
                new RunEvent.Delivered(1, "there", 5, true, 0.01));
        assertEquals(TurnState.DONE, lane.stateProperty().get());
        assertEquals(
                List.of(new LedgerRow("run.mode.latent", 1, "Planner", 20, 0, 5, 0.25, null)),
                pass.ledger());
        assertEquals(
                new RunEvent.Delivered(1, "there", 5, true, 0.01),
                model.team().deliveries().get("there"));
    }

    @Test
    void tokensStreamIntoTheLane() {
        ask(RunKind.TEXT);
        LaneModel lane = model.passes().getFirst().lanes().getFirst();
        runner.tell(
                0, new RunEvent.Token(1, "planner", "go "), new RunEvent.Token(1, "planner", "on"));
        assertEquals("go on", lane.textProperty().get());
    }

    @Test
    void answerIsJudgedByTheExamplesAnswer() {
        ask(RunKind.BOTH);
        runner.tell(0, said(" e17"), done(false));
        runner.tell(1, said("a0"), done(false));
        assertEquals(true, model.passes().getFirst().correctProperty().get());
        assertEquals(false, model.passes().getLast().correctProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void answerToATypedQuestionIsNotJudged() {
        model.open(Relay.PROJECT);
        model.questionProperty().set("what else");
        model.choices().kindProperty().set(RunKind.LATENT);
        model.ask();
        runner.tell(0, said("e17"), done(false));
        assertNull(model.passes().getFirst().correctProperty().get());
        assertNull(model.exampleProperty().get());
    }

    @Test
    void lineOfTheWholeRunIsWhatTheEngineCounted() {
        ask(RunKind.LATENT);
        runner.tell(0, done(false));
        assertEquals(
                List.of(new LedgerRow("run.mode.latent", null, null, 40, 2, 15, 0, 0.5)),
                model.passes().getFirst().ledger());
    }

    @Test
    void stopIsShownOnlyWhenTheEngineConfirmsIt() {
        ask(RunKind.LATENT);
        model.stop();
        assertEquals(List.of(0), runner.cancelled);
        assertTrue(model.runningProperty().get());
        runner.tell(0, done(true));
        assertFalse(model.runningProperty().get());
        assertFalse(model.passes().getFirst().problemProperty().get().isEmpty());
        assertTrue(model.passes().getFirst().ledger().isEmpty());
    }

    @Test
    void failureIsShownInThePassAndInTheLog() {
        ask(RunKind.LATENT);
        runner.tell(
                0,
                new RunEvent.TurnStarted(1, "planner", true, 1),
                new RunEvent.Failed("run.random.none", List.of("Relay")));
        PassModel pass = model.passes().getFirst();
        assertTrue(pass.problemProperty().get().startsWith("Relay has no task"));
        assertEquals(TurnState.FAILED, pass.lanes().getFirst().stateProperty().get());
        assertEquals(TurnState.FAILED, model.team().agents().get("planner"));
        assertEquals(1, log.unseenErrorsProperty().get());
        assertFalse(model.runningProperty().get());
    }

    @Test
    void drawnQuestionBringsItsAnswer() {
        model.open(Relay.PROJECT);
        model.drawQuestion();
        assertEquals("drawn 1", model.questionProperty().get());
        model.drawQuestion();
        assertEquals(new Example("drawn 2", "d2"), model.exampleProperty().get());
    }

    @Test
    void numberOutsideItsBoundsForbidsAsking() {
        model.open(Relay.PROJECT);
        model.choices().rounds().textProperty().set("0");
        assertFalse(model.askableProperty().get());
        model.choices().rounds().textProperty().set("3");
        assertTrue(model.askableProperty().get());
    }

    @Test
    void chosenRoundsPlanTheLanes() {
        model.open(Relay.PROJECT);
        model.choices().rounds().textProperty().set("1");
        model.choices().kindProperty().set(RunKind.LATENT);
        model.ask();
        assertEquals(2, model.passes().getFirst().lanes().size());
        assertEquals(1, ((RunSpec.Answer) runner.specs.getFirst()).settings().rounds());
    }

    private static RunEvent.Lens lens(int step) {
        return new RunEvent.Lens(
                1,
                "planner",
                step,
                List.of(new NearToken("e17", 0.9), new NearToken(" c4", 0.05)),
                Map.of("there", List.of(new NearToken("e17", 0.71))));
    }

    @Test
    void stepAsksStepByStepAndLetsTheFirstStepThrough() {
        model.open(Relay.PROJECT);
        model.choices().kindProperty().set(RunKind.LATENT);
        model.step();
        assertEquals(5, ((RunSpec.Answer) runner.specs.getFirst()).settings().lens());
        StepGate gate = runner.gates.getFirst();
        List<String> waits = new ArrayList<>();
        gate.pass(() -> true, () -> waits.add("first"));
        gate.pass(() -> true, () -> waits.add("second"));
        assertEquals(List.of("second"), waits);
        model.step();
        gate.pass(() -> true, () -> waits.add("third"));
        assertEquals(List.of("second"), waits);
        model.runToEnd();
        assertTrue(gate.isOpen());
        assertFalse(model.steppingProperty().get());
    }

    @Test
    void askingAtOnceHoldsNothingUpAndLooksAtNothing() {
        ask(RunKind.LATENT);
        assertTrue(runner.gates.getFirst().isOpen());
        assertNull(((RunSpec.Answer) runner.specs.getFirst()).settings().lens());
        assertFalse(model.steppableProperty().get());
    }

    @Test
    void theLensShowsInTheLaneAndOnTheWireUntilItDelivers() {
        ask(RunKind.LATENT);
        runner.tell(
                0,
                new RunEvent.Stage("run.step.waiting", List.of()),
                new RunEvent.LatentStep(1, "planner", 1, 5),
                lens(1));
        PassModel pass = model.passes().getFirst();
        assertEquals("", pass.stageProperty().get());
        assertEquals(lens(1), pass.lanes().getFirst().lensProperty().get());
        assertEquals(lens(1), model.team().lenses().get("there"));
        assertEquals(Map.of("there", "Solver", "back", "Planner"), pass.receivers());
        assertEquals("e17 0.90  c4 0.05", LensWords.line(lens(1).sender()));
        runner.tell(0, new RunEvent.Delivered(1, "there", 5, true, 0.01));
        assertTrue(model.team().lenses().isEmpty());
    }

    @Test
    void wiresGoIntoLatentRunsAndEachChangeIsUndone() {
        model.open(Relay.PROJECT);
        WireChoices wires = model.choices().wires();
        wires.set("there", Control.ZERO);
        wires.set("back", Control.SNAP);
        model.choices().kindProperty().set(RunKind.BOTH);
        model.ask();
        assertEquals(
                Map.of("there", Control.ZERO, "back", Control.SNAP),
                ((RunSpec.Answer) runner.specs.getFirst()).settings().wires());
        assertEquals(Map.of(), ((RunSpec.Answer) runner.specs.get(1)).settings().wires());
        wires.undo();
        assertEquals(Map.of("there", Control.ZERO), Map.copyOf(wires.wires()));
        wires.clear();
        assertTrue(wires.wires().isEmpty());
        wires.undo();
        wires.undo();
        assertTrue(wires.wires().isEmpty());
        assertFalse(wires.undoableProperty().get());
    }

    @Test
    void wiresStayWithTheirProject() {
        model.open(Relay.PROJECT);
        model.choices().wires().set("there", Control.ZERO);
        model.open(Relay.PROJECT); // read again after a change in Build
        assertEquals(Map.of("there", Control.ZERO), Map.copyOf(model.choices().wires().wires()));
        RunProject open = Relay.PROJECT;
        model.open(
                new RunProject(
                        Path.of("other"),
                        "Other",
                        open.graph(),
                        open.widths(),
                        open.links(),
                        open.currentLinks(),
                        open.examples()));
        assertTrue(model.choices().wires().wires().isEmpty());
    }
}
