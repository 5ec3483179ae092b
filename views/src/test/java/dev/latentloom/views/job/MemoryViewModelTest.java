package dev.latentloom.views.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

class MemoryViewModelTest {
    private static final HeldModel IDLE = held("/models/critic", 0);
    private static final HeldModel BUSY = held("/models/solver", 2);

    private final List<String> unloaded = new ArrayList<>();
    private final Queue<Runnable> away = new ArrayDeque<>();
    private int asked;
    private final MemoryViewModel model =
            new MemoryViewModel(new Runner(), new Background(away::add, Runnable::run));

    private static HeldModel held(String folder, int users) {
        return new HeldModel(folder, "cpu", "f32", 100, 96, users, 3);
    }

    private final class Runner implements JobRunner {
        @Override
        public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemoryLedger memory() {
            asked++;
            return new MemoryLedger(List.of(IDLE, BUSY), 1, 2, 3, 4, 5, 6);
        }

        @Override
        public void unload(String folder, String device) {
            unloaded.add(folder + " on " + device);
        }

        @Override
        public void close() {}
    }

    @Test
    void nothingIsAskedBeforeSomebodyLooksAndNothingTwiceAtOnce() {
        assertEquals(MemoryLedger.NONE, model.ledgerProperty().get());
        model.refresh();
        model.refresh();
        assertEquals(1, away.size());
        away.remove().run();
        assertEquals(List.of(IDLE, BUSY), model.ledgerProperty().get().models());
        model.refresh();
        away.remove().run();
        assertEquals(2, asked);
    }

    @Test
    void aModelInUseStays() {
        model.unload();
        model.chosenProperty().set(BUSY);
        model.unload();
        assertEquals(List.of(), unloaded);
        model.chosenProperty().set(IDLE);
        model.unload();
        assertEquals(List.of("/models/critic on cpu"), unloaded);
    }
}
