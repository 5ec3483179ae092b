package dev.latentloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.app.cli.Ran;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkStore;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.run.RunKind;
import dev.latentloom.views.settings.Settings;

import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The relay drawn by hand on an empty canvas, with links of the library, answers in the window as
 * its saved project does on the command line, and has cost the same.
 */
@RequiresFonts
@Tag("slow")
class DrawnRelayTest {
    private static final List<String> MODELS = List.of("planner", "critic", "solver");
    private static final List<String> PROMPTS =
            List.of(
                    "<bos> ROLE_P {{question}} [ {{feedback}} ] OUT",
                    "<bos> ROLE_C {{question}} [ {{planner}} ] OUT",
                    "<bos> ROLE_S {{question}} [ {{critic}} ] OUT");

    @TempDir Path home;

    /** An answer and what it has cost but for the time. */
    private record Cost(String answer, long prefill, long decoded, long latent) {}

    @BeforeAll
    static void start() throws Exception {
        OnFx.start();
    }

    @Test
    void answersAndCostsAsOnTheCommandLine() throws Exception {
        Path models = Wiring.samplesFolder().resolve("relay/models").toAbsolutePath();
        Settings usual = Settings.DEFAULTS;
        new Preferences(Places.of(home))
                .save(
                        new Settings(
                                usual.theme(),
                                "cpu",
                                "f32",
                                List.of(models.toString()),
                                1,
                                List.of()));
        List<String> questions = questions();
        List<Cost> inTheWindow = new ArrayList<>();
        Path folder = home.resolve("Drawn relay");
        try (TestWindow window = TestWindow.local(home)) {
            OnFx.await(() -> window.wiring().settled());
            OnFx.run(() -> window.wiring().show("build"));
            OnFx.await(() -> window.all(Label.class, ".palette-section").size() == 5);
            draw(window);
            chooseLinks(window, folder);
            window.press(KeyCode.S, true);
            OnFx.await(() -> !window.wiring().desk().project().dirtyProperty().get());
            theCountedPromptIsTheOneThatWasRead(window, folder, questions.getFirst());
            for (String question : questions) {
                inTheWindow.add(asked(window, folder, question));
            }
        }
        assertEquals("on-policy-1", new ProjectStore(folder).load().links());
        assertEquals(onTheCommandLine(folder, questions), inTheWindow);
        assertEquals(3 * 2 * 8 + 2 * 8, inTheWindow.getFirst().latent()); // all turns but the last
    }

    private static List<String> questions() throws Exception {
        List<String> questions = new ArrayList<>();
        String drawn = Ran.of("questions", "relay", "--count", "6", "--seed", "3").out();
        for (JsonNode line : new Ran(0, drawn, "").json()) {
            questions.add(line.path("question").asText());
        }
        return questions;
    }

    private static AgentGraph graph(TestWindow window) throws Exception {
        return OnFx.get(() -> window.wiring().build().draft().document().graph());
    }

    private static void draw(TestWindow window) throws Exception {
        Hand hand = new Hand(window);
        assertTrue(graph(window).agents().isEmpty());
        for (int i = 0; i < MODELS.size(); i++) {
            hand.drag(hand.palette(MODELS.get(i)), hand.canvas(0.08 + 0.32 * i, 0.2));
            hand.write("role", MODELS.get(i));
            hand.write("prompt", PROMPTS.get(i));
            hand.write("tokens", "8");
        }
        assertEquals(MODELS, graph(window).agents().stream().map(Agent::id).toList());
        wire(hand, 0, 1, "planner");
        wire(hand, 1, 2, "critic");
        wire(hand, 2, 0, "feedback");
        hand.drag(
                hand.port(MODELS.get(2), Port.TEXT, false),
                hand.port(GraphDocument.ANSWER, Port.ANSWER, true));
        hand.click(hand.wire("1 round"), 2);
        OnFx.run(
                () -> {
                    var field =
                            (TextInputControl) window.wiring().window().getScene().getFocusOwner();
                    field.setText("3");
                });
        window.press(KeyCode.ENTER, false);
        AgentGraph drawn = graph(window);
        assertEquals(3, drawn.rounds());
        assertEquals(MODELS.get(2), drawn.answering());
        assertEquals(3, drawn.edges().size());
        assertTrue(drawn.feedback(drawn.edges().getLast()));
    }

    private static void wire(Hand hand, int from, int to, String slot) throws Exception {
        hand.drag(
                hand.port(MODELS.get(from), Port.THOUGHTS, false),
                hand.port(MODELS.get(to), slot, true));
    }

    /** The trained set of the relay sample is copied in, which needs a folder first. */
    private static void chooseLinks(TestWindow window, Path folder) throws Exception {
        Hand hand = new Hand(window);
        Point2D nowhere = hand.canvas(0.5, 0.9);
        hand.click(nowhere, 1);
        OnFx.await(() -> !sets(window).getItems().isEmpty());
        assertNull(OnFx.get(() -> window.wiring().build().draft().document().links()));
        OnFx.await(() -> option(sets(window)) >= 0);
        OnFx.run(() -> sets(window).getSelectionModel().select(option(sets(window))));
        OnFx.await(() -> !window.all(TextField.class, ".ask-sheet #parent").isEmpty());
        OnFx.run(
                () -> {
                    String parent = String.valueOf(folder.getParent());
                    window.find(TextField.class, ".ask-sheet #parent").setText(parent);
                    String name = String.valueOf(folder.getFileName());
                    window.find(TextField.class, ".ask-sheet #name").setText(name);
                });
        window.press(".ask-sheet #accept");
        OnFx.await(() -> "on-policy-1".equals(window.wiring().build().draft().document().links()));
        assertEquals(List.of("on-policy-1"), new LinkStore(folder).names());
        assertEquals(6, new LinkStore(folder).folder("on-policy-1").list().size());
    }

    private static ComboBox<?> sets(TestWindow window) {
        return window.all(ComboBox.class, "#sets").getFirst();
    }

    private static int option(ComboBox<?> sets) {
        for (int i = 0; i < sets.getItems().size(); i++) {
            if (String.valueOf(sets.getItems().get(i)).contains("name=on-policy-1")) {
                return i;
            }
        }
        return -1;
    }

    /** Writes the question on the canvas and presses Run there. */
    private static Cost asked(TestWindow window, Path folder, String question) throws Exception {
        List<String> before = new ProjectStore(folder).runIds();
        var run = window.wiring().run();
        write(window, question);
        OnFx.run(() -> run.choices().kindProperty().set(RunKind.LATENT));
        window.press("#start");
        OnFx.await(() -> !run.runningProperty().get() && ended(folder, before));
        for (RunEvent event : lastRun(folder)) {
            if (event instanceof RunEvent.ItemResult item) {
                assertEquals(question, item.question());
                return new Cost(
                        item.answer(),
                        item.prefillTokens(),
                        item.decodedTokens(),
                        item.latentSteps());
            }
        }
        throw new AssertionError("no answer to " + question);
    }

    private static void write(TestWindow window, String question) throws Exception {
        OnFx.run(
                () -> {
                    window.wiring().show("build");
                    window.wiring().build().select(List.of());
                });
        OnFx.await(() -> !window.all(TextArea.class, ".inspector-pane #question").isEmpty());
        OnFx.run(() -> window.find(TextArea.class, ".inspector-pane #question").setText(question));
    }

    private static List<RunEvent> lastRun(Path folder) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        return RunFolder.readEvents(store.runs().resolve(store.runIds().getLast()));
    }

    /** Whether a run that was not there before has told its last event. */
    private static boolean ended(Path folder, List<String> before) {
        try {
            return new ProjectStore(folder).runIds().size() > before.size()
                    && lastRun(folder).getLast() instanceof RunEvent.Done;
        } catch (WorkbenchException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the inspector counts of the planner's first prompt is what the run has read. */
    private static void theCountedPromptIsTheOneThatWasRead(
            TestWindow window, Path folder, String question) throws Exception {
        write(window, question);
        OnFx.run(() -> window.wiring().build().select(List.of(MODELS.getFirst())));
        var preview = window.wiring().build().prompts();
        OnFx.await(
                () -> {
                    var text = preview.textProperty().get();
                    return text != null
                            && text.pieces().stream()
                                    .anyMatch(piece -> piece.text().contains(question));
                });
        int counted = OnFx.get(() -> Objects.requireNonNull(preview.textProperty().get()).tokens());
        asked(window, folder, question);
        long read =
                lastRun(folder).stream()
                        .filter(RunEvent.TurnDone.class::isInstance)
                        .map(RunEvent.TurnDone.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .prefillTokens();
        assertEquals(read, counted);
    }

    private List<Cost> onTheCommandLine(Path folder, List<String> questions) throws Exception {
        List<Cost> costs = new ArrayList<>();
        for (String question : questions) {
            Ran ran =
                    Ran.of(
                            "--home",
                            home.resolve("other").toString(),
                            "--json",
                            "run",
                            folder.toString(),
                            "--question",
                            question);
            assertEquals(0, ran.status(), ran.err());
            for (JsonNode line : ran.json()) {
                if (line.has("answer")) {
                    costs.add(
                            new Cost(
                                    line.path("answer").asText(),
                                    line.path("prefillTokens").asLong(),
                                    line.path("decodedTokens").asLong(),
                                    line.path("latentSteps").asLong()));
                }
            }
        }
        return costs;
    }
}
