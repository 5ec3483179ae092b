package dev.latentloom.views.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.HeldModel;
import dev.latentloom.engine.job.JobHandle;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.job.MemoryLedger;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.OnFx;
import dev.latentloom.views.RequiresFonts;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

@RequiresFonts
@ExtendWith(NoStalls.class)
class MemoryViewTest {
    private StackPane root = new StackPane();
    private Stage stage;

    /** Counts who asks; holds what it is told to hold. */
    private static final class Runner implements JobRunner {
        private final List<HeldModel> held = new ArrayList<>();
        private int asked;

        @Override
        public JobHandle submit(RunSpec spec, StepGate gate, Consumer<RunEvent> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MemoryLedger memory() {
            asked++;
            return new MemoryLedger(held, 1 << 20, 3 << 20, 12_345, 1L << 30, 1 << 24, -1);
        }

        @Override
        public void unload(String folder, String device) {
            held.removeIf(model -> model.folder().equals(folder));
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws Exception {
        stage =
                OnFx.get(
                        () -> {
                            root = new StackPane();
                            Stage made = new Stage();
                            made.setScene(new Scene(root, 1000, 240));
                            made.show();
                            return made;
                        });
    }

    @AfterEach
    void close() throws Exception {
        OnFx.get(
                () -> {
                    root.getChildren().clear();
                    stage.close();
                    return true;
                });
    }

    private static void await(BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!OnFx.get(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("did not come true within 90 s");
            }
            Thread.sleep(20);
        }
    }

    private void show(Runner runner) throws Exception {
        OnFx.get(
                () -> {
                    Background here = new Background(Runnable::run, Runnable::run);
                    MemoryViewModel model = new MemoryViewModel(runner, here);
                    return root.getChildren().setAll(Fxml.load(new MemoryView(model)));
                });
    }

    private boolean reads(String text) {
        return root.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && text.equals(label.getText()));
    }

    @Test
    void itAsksOnceASecondWhileItIsSeenAndNeverOtherwise() throws Exception {
        Runner first = new Runner();
        Runner second = new Runner();
        show(first);
        await(() -> first.asked >= 2);
        show(second);
        int before = OnFx.get(() -> first.asked);
        await(() -> second.asked >= 3);
        assertEquals(before, OnFx.get(() -> first.asked));
    }

    @Test
    void anEmptyLedgerSaysWhatToDo() throws Exception {
        show(new Runner());
        await(() -> reads(Messages.text("memory.empty")));
        assertTrue(OnFx.get(() -> reads("1.0 GiB")));
        assertTrue(OnFx.get(() -> reads("12,345")));
        assertTrue(OnFx.get(() -> reads(Messages.text("memory.unknown"))));
    }

    @Test
    void theChosenModelIsUnloadedUnlessItIsInUse() throws Exception {
        Runner runner = new Runner();
        runner.held.add(new HeldModel("/m/relay/critic", "cpu", "f32", 2 << 20, 1 << 20, 0, 3));
        runner.held.add(new HeldModel("/m/relay/solver", "cpu", "f32", 2 << 20, 1 << 20, 1, 1));
        show(runner);
        Node table = OnFx.get(() -> root.lookup(".memory-table"));
        TableView<?> rows = (TableView<?>) table;
        await(() -> rows.getItems().size() == 2);
        Button unload = (Button) OnFx.get(() -> root.lookup(".memory-tools .button"));
        assertTrue(OnFx.get(unload::isDisabled));
        assertTrue(OnFx.get(() -> choose(rows, 1) && unload.isDisabled()));
        assertTrue(OnFx.get(() -> choose(rows, 0) && !unload.isDisabled()));
        OnFx.get(
                () -> {
                    unload.fire();
                    return true;
                });
        await(() -> rows.getItems().size() == 1);
        assertTrue(OnFx.get(unload::isDisabled));
    }

    private static boolean choose(TableView<?> rows, int index) {
        rows.getSelectionModel().clearAndSelect(index);
        return true;
    }
}
