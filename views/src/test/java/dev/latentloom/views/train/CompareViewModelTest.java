package dev.latentloom.views.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.stats.PairedItems;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;
import dev.latentloom.views.run.Relay;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.run.ScriptedRunner;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class CompareViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final Jobs jobs = new Jobs(runner, Runnable::run, new LogModel());
    private final RunViewModel team = new RunViewModel(jobs, new Relay());
    private final CompareViewModel model = new CompareViewModel(jobs, team.projectProperty());

    private void start() {
        team.open(Relay.PROJECT);
        model.offer(List.of("a", "b"), "a");
        model.secondProperty().set("b");
        model.start();
    }

    private static RunEvent.ItemResult item(int id, boolean correct) {
        return new RunEvent.ItemResult("q" + id, "ask", "x", "y", correct, 1, 1, 1, 0.1);
    }

    @Test
    void setIsNotComparedWithItself() {
        team.open(Relay.PROJECT);
        model.offer(List.of("a", "b"), "a");
        model.secondProperty().set("a");
        assertFalse(model.startableProperty().get());
    }

    @Test
    void bothSetsAnswerTheSameItems() {
        start();
        List<RunSpec.Evaluate> specs =
                runner.specs.stream().map(RunSpec.Evaluate.class::cast).toList();
        assertEquals(
                List.of("a", "b"), specs.stream().map(spec -> spec.settings().links()).toList());
        assertEquals(specs.getFirst().limit(), specs.getLast().limit());
    }

    @Test
    void differencesAreCountedOnItemsBothAnswered() {
        start();
        for (int id = 0; id < 10; id++) {
            runner.tell(0, item(id, id < 3));
            runner.tell(1, item(id, id > 0));
        }
        assertEquals(
                "On the same 10 items: 1 right by the first alone, 7 by the second alone;"
                        + " p = 0.0703 (exact McNemar).",
                model.verdictProperty().get());
        runner.tell(0, new RunEvent.Done(false, Map.of()));
        runner.tell(1, new RunEvent.Done(true, Map.of()));
        assertFalse(model.runningProperty().get());
    }

    @Test
    void equalSetsDifferByChance() {
        assertEquals(1, new PairedItems(5, 0, 0).pValue(), 1e-12);
        assertEquals(1, new PairedItems(9, 2, 2).pValue(), 1e-12);
    }
}
