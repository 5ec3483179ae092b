package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.job.Control;
import dev.latentloom.views.run.RunKind;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Thoughts one by one through the real window, on the bundled agents. */
@RequiresFonts
@Tag("ui")
@Timeout(300)
class StepInTheWindowTest {
    @TempDir private static Path home;

    @BeforeAll
    static void start() throws Exception {
        OnFx.start();
    }

    private static long lenses(TestWindow window) throws Exception {
        return OnFx.get(() -> (long) window.all(Label.class, ".lens-line").size());
    }

    @Test
    void f10ShowsEachThoughtAndASpoiledWireIsMarkedAndUndone() throws Exception {
        try (TestWindow window = TestWindow.local(home)) {
            Wiring wiring = window.wiring();
            OnFx.run(() -> wiring.open(Wiring.samplesFolder().resolve("relay")));
            OnFx.await(() -> wiring.run().projectProperty().get() != null);
            OnFx.run(() -> wiring.run().choices().kindProperty().set(RunKind.LATENT));
            window.focus("#question");
            window.press(KeyCode.F10, false);
            OnFx.await(
                    () ->
                            stepsDone(wiring) == 1
                                    && window.all(Label.class, ".lens-line").size() == 2);
            assertEquals(1, OnFx.get(() -> stepsDone(wiring)));
            window.press(KeyCode.F10, false);
            OnFx.await(() -> stepsDone(wiring) == 2);
            assertTrue(lenses(window) >= 2);
            OnFx.run(() -> wiring.run().runToEnd());
            OnFx.await(() -> !wiring.run().runningProperty().get());
            assertFalse(
                    OnFx.get(() -> wiring.run().passes().getFirst().answerProperty().get())
                            .isEmpty());
            OnFx.run(() -> wiring.run().choices().wires().set("planner-critic", Control.ZERO));
            assertTrue(OnFx.get(() -> marked(window)));
            window.focus(".inspector .choice-box"); // wherever the keyboard is in Run
            window.press(KeyCode.Z, true);
            assertFalse(OnFx.get(() -> marked(window)));
        }
    }

    private static int stepsDone(Wiring wiring) {
        var passes = wiring.run().passes();
        return passes.isEmpty()
                ? 0
                : passes.getFirst().lanes().getFirst().stepsDoneProperty().get();
    }

    private static boolean marked(TestWindow window) {
        return window.all(Label.class, ".team-wire-label").stream()
                .anyMatch(label -> label.getText().startsWith("zero"));
    }
}
