package dev.latentloom.views.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class EvaluationViewModelTest {
    @TempDir private Path folder;
    private final ScriptedRunner runner = new ScriptedRunner();
    private final Jobs jobs = new Jobs(runner, Runnable::run, new LogModel());
    private final RunViewModel run = new RunViewModel(jobs, new Relay());
    private final EvaluationViewModel model =
            new EvaluationViewModel(
                    jobs,
                    run,
                    new DataViewModel(
                            new ListedNotes(), new Background(Runnable::run, Runnable::run)),
                    new ItemViewModel(new Background(Runnable::run, Runnable::run)));

    private static RunEvent.ItemResult item(String id, boolean correct) {
        return new RunEvent.ItemResult(id, "ask " + id, "x", "y", correct, 10, 2, 5, 0.5);
    }

    private void start(RunKind kind) {
        run.open(Relay.PROJECT);
        run.choices().kindProperty().set(kind);
        model.data().limit().textProperty().set("4");
        model.start();
    }

    @Test
    void limitAndModeGoIntoTheSpecification() {
        start(RunKind.BOTH);
        RunSpec.Evaluate spec = (RunSpec.Evaluate) runner.specs.getFirst();
        assertEquals(4, spec.limit());
        assertEquals(2, runner.specs.size());
    }

    @Test
    void accuracyCountsOnlyJudgedItemsAndSaysItsInterval() {
        start(RunKind.LATENT);
        runner.tell(0, item("a", true), item("b", true), item("c", true), item("d", false));
        assertEquals(
                "75.0 % right (95 % Wilson 30.1 % – 95.4 %), n = 4, mean latency 0.5 s",
                model.passes().getFirst().resultProperty().get());
    }

    @Test
    void filterShowsTheWrongOnes() {
        start(RunKind.LATENT);
        runner.tell(0, item("a", true), item("b", false));
        model.filterProperty().set(ItemFilter.WRONG);
        assertEquals(List.of("b"), model.shown().stream().map(row -> row.item().id()).toList());
        model.filterProperty().set(ItemFilter.ALL);
        model.searchProperty().set("ASK A");
        assertEquals(List.of("a"), model.shown().stream().map(row -> row.item().id()).toList());
    }

    @Test
    void progressOfTwoModesIsOneBar() {
        start(RunKind.BOTH);
        runner.tell(0, new RunEvent.Started("1", ""), new RunEvent.Done(false, Map.of()));
        runner.tell(1, new RunEvent.Started("2", ""), new RunEvent.Progress(1, 4));
        assertEquals(0.625, model.fractionProperty().get(), 1e-12);
        assertTrue(model.runningProperty().get());
        runner.tell(1, new RunEvent.Done(true, Map.of()));
        assertFalse(model.runningProperty().get());
    }

    @Test
    void anItemIsReadFromTheEventsOfItsRun() throws Exception {
        start(RunKind.LATENT);
        RunEvent.ItemTurn turn =
                new RunEvent.ItemTurn("b", 1, "planner", "ask b ⟦x × 5⟧", null, 10, 0, 5, 0.25);
        try (RunFolder kept = RunFolder.at(folder)) {
            kept.append(turn);
        }
        runner.tell(0, new RunEvent.Started("1", folder.toString()), item("a", true));
        runner.tell(0, item("b", false));
        ItemViewModel sheet = model.item();
        sheet.open(model.shown().getLast());
        assertEquals(turn, sheet.turns().getFirst().turn());
        assertEquals("", sheet.noticeProperty().get());
        assertTrue(sheet.text().contains("ask b ⟦x × 5⟧"));
        sheet.open(model.shown().getFirst());
        assertTrue(sheet.turns().isEmpty());
        assertFalse(sheet.noticeProperty().get().isEmpty());
        model.start();
        sheet.close();
        assertEquals("", sheet.text());
    }

    @Test
    void itemsOfAKeptRunTakeThePlaceOfTheLastOnesButDisturbNoneThatAreAnswered() {
        start(RunKind.LATENT);
        runner.tell(0, item("a", true));
        model.searchProperty().set("ask a");
        model.show(folder.resolve("1-evaluate"), RunMode.LATENT, List.of(item("z", false)));
        assertEquals("a", model.shown().getFirst().item().id());
        runner.tell(0, new RunEvent.Done(false, Map.of()));
        model.show(folder.resolve("1-evaluate"), RunMode.LATENT, List.of(item("z", false)));
        assertEquals(List.of("z"), model.shown().stream().map(row -> row.item().id()).toList());
        assertEquals(folder.resolve("1-evaluate"), model.shown().getFirst().run());
        assertEquals("1-evaluate", model.keptProperty().get());
        assertTrue(model.passes().getFirst().resultProperty().get().startsWith("0.0 % right"));
        model.start();
        assertEquals("", model.keptProperty().get());
    }

    @Test
    void openingAnotherProjectStopsAndClears() {
        start(RunKind.LATENT);
        runner.tell(0, item("a", true));
        RunProject other =
                new RunProject(
                        Relay.PROJECT.folder(),
                        "Other",
                        Relay.PROJECT.graph(),
                        Map.of(),
                        List.of(),
                        null,
                        List.of());
        run.open(other);
        assertEquals(List.of(0), runner.cancelled);
        assertTrue(model.shown().isEmpty());
    }
}
