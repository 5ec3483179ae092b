package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.views.graph.document.ModelWidth;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** A team drawn in a new project, from the models of the project that was open before. */
@RequiresFonts
class NewProjectTest {
    private static final List<String> MODELS = List.of("critic", "planner", "solver");

    @TempDir Path home;

    @BeforeAll
    static void start() throws Exception {
        OnFx.start();
    }

    private static Wiring settled(TestWindow window) throws Exception {
        OnFx.await(() -> window.wiring().settled() && !window.wiring().desk().project().busy());
        return window.wiring();
    }

    /** Last parts of the names of all models at hand. */
    private static List<String> atHand(Wiring wiring) throws Exception {
        return OnFx.get(
                () ->
                        wiring.build().models().all().stream()
                                .map(ModelWidth::name)
                                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                                .toList());
    }

    @Test
    void itsModelsAreFoundBeforeItIsSavedThenAndWhenItIsOpenedAgain() throws Exception {
        Path made = Places.of(home).data().resolve("projects/Untitled");
        try (TestWindow window = TestWindow.local(home)) {
            OnFx.run(() -> window.wiring().open(Wiring.samplesFolder().resolve("relay")));
            OnFx.await(() -> window.wiring().run().projectProperty().get() != null);
            settled(window);
            window.press(KeyCode.N, true);
            assertEquals(MODELS, atHand(settled(window)));
            OnFx.await(() -> window.all(Label.class, ".palette-section").size() == 5);
            Hand hand = new Hand(window);
            hand.drag(hand.palette("planner"), hand.canvas(0.4, 0.2));
            window.press(KeyCode.S, true);
            window.press(".ask-sheet .accent");
            OnFx.await(() -> made.equals(window.wiring().desk().project().folder()));
            check(settled(window));
        }
        try (TestWindow window = TestWindow.local(home)) {
            OnFx.run(() -> window.wiring().open(made));
            OnFx.await(() -> made.equals(window.wiring().desk().project().folder()));
            check(settled(window));
        }
    }

    private static void check(Wiring wiring) throws Exception {
        assertEquals(MODELS, atHand(wiring));
        Agent planner =
                OnFx.get(() -> wiring.build().draft().document().graph().agents().getFirst());
        assertEquals("Planner", planner.role());
        String model = String.valueOf(planner.model());
        assertTrue(OnFx.get(() -> wiring.build().models().find(model)).isPresent(), model);
    }
}
