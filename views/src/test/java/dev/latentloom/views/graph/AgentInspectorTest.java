package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Sampling;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.AgentFields;
import dev.latentloom.views.graph.document.Teams;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** What the inspector shows of an agent and changes in it. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class AgentInspectorTest {
    private final List<PromptDraft> asked = new ArrayList<>();
    private BuildStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = BuildStage.open(Teams.sequential(), Teams.MODELS, false);
        select("planner");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void select(String id) throws Exception {
        act(() -> stage.model.select(List.of(id)));
    }

    private static void act(Runnable work) throws Exception {
        BuildStage.fx(
                () -> {
                    work.run();
                    return true;
                });
    }

    private Agent planner() {
        return stage.graph().agents().getFirst();
    }

    private void type(String id, String text) throws Exception {
        act(() -> ((TextInputControl) stage.scene.lookup("#" + id)).setText(text));
    }

    private String words(String id) throws Exception {
        return BuildStage.fx(() -> ((Label) stage.scene.lookup("#" + id)).getText());
    }

    @Test
    void samplingOfItsOwnIsTypedAndTakenBack() throws Exception {
        type("temperature", "0.");
        type("temperature", "0,7");
        type("seed", "12");
        assertEquals(new Sampling(0.7, null, 12L), planner().sampling());
        act(stage.model::undo);
        assertEquals(new Sampling(0.7, null, null), planner().sampling());
        type("temperature", "");
        assertNull(planner().sampling());
    }

    @Test
    void aNucleusOfNothingIsRefusedWhereItIsTyped() throws Exception {
        type("topP", "0");
        assertNull(planner().sampling());
        assertTrue(stage.scene.lookup("#topPMessage").isVisible());
        type("topP", "0.95");
        assertEquals(new Sampling(null, 0.95, null), planner().sampling());
        assertFalse(stage.scene.lookup("#topPMessage").isVisible());
    }

    @Test
    void theModelPickerSaysWhatFitsAndWhatCannotThink() throws Exception {
        assertEquals(
                "llama · hidden width 64 · 128,000 parameters · stored as F32\n"
                        + "500 KiB as f32 on cpu: fits the 7 MiB free",
                words("facts"));
        List<String> offered =
                BuildStage.fx(
                        () -> {
                            ComboBox<?> models = (ComboBox<?>) stage.scene.lookup("#models");
                            return cells(models);
                        });
        assertTrue(offered.get(1).startsWith("models/critic, qwen3"), offered.get(1));
        assertTrue(offered.get(2).contains("GGUF file"), offered.get(2));
    }

    @Test
    void aDeviceIsChosenAndTakenBack() throws Exception {
        assertEquals("engine's device (cpu)", chosenDevice().words());
        assertEquals("Device", device().getAccessibleText());
        assertEquals(List.of("cpu", "cuda:0"), names().subList(1, 3));
        act(() -> device().getSelectionModel().select(2));
        assertEquals("cuda:0", planner().device());
        assertTrue(words("facts").endsWith("on cuda:0; how much is free there is not known here"));
        assertEquals(
                "Undo change the device of Planner",
                EditWords.of("undo", stage.model.undoableProperty().get()));
        act(stage.model::undo);
        assertNull(planner().device());
        assertNull(chosenDevice().device());
    }

    @Test
    void aDeviceThatIsNotHereStaysShownAndKeepsTheTeamFromRunning() throws Exception {
        act(() -> stage.model.apply(AgentFields.device(planner(), "cuda:7")));
        select("planner"); // the next choice is a step of its own
        assertEquals("cuda:7 (not on this machine)", chosenDevice().words());
        Remark remark = stage.model.problems().get("planner");
        assertTrue(remark != null && remark.error(), String.valueOf(remark));
        assertTrue(remark.text().contains("It has: cpu, cuda:0."), remark.text());
        assertFalse(stage.model.runnableProperty().get());
        act(() -> device().getSelectionModel().select(1));
        assertEquals("cpu", planner().device());
        assertTrue(stage.model.runnableProperty().get());
        select("critic");
        select("planner");
        assertEquals(3, names().size());
        act(stage.model::undo);
        assertEquals("cuda:7 (not on this machine)", chosenDevice().words());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<DeviceOption> device() {
        return (ComboBox<DeviceOption>) stage.scene.lookup("#devices");
    }

    private DeviceOption chosenDevice() throws Exception {
        return BuildStage.fx(() -> device().getValue());
    }

    private List<String> names() throws Exception {
        return BuildStage.fx(() -> device().getItems().stream().map(DeviceOption::words).toList());
    }

    private static <T> List<String> cells(ComboBox<T> box) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < box.getItems().size(); i++) {
            ListCell<T> cell = box.getCellFactory().call(null);
            cell.updateListView(new javafx.scene.control.ListView<>(box.getItems()));
            cell.updateIndex(i);
            words.add(cell.getAccessibleText());
        }
        return words;
    }

    @Test
    void thePromptIsRenderedWhileItIsTypedOffTheFxThread() throws Exception {
        act(() -> stage.model.prompts().readBy(this::read));
        type("prompt", "one {{question}} {{feedback}}");
        type("prompt", "two {{question}} {{feedback}}");
        assertEquals(List.of(), asked);
        runBackground();
        runBackground();
        assertEquals(2, asked.size()); // the first, and of what was typed meanwhile the last
        assertEquals("two {{question}} {{feedback}}", asked.getLast().prompt());
        assertEquals("9 tokens and 5 thoughts, the question not counted", words("count"));
        act(() -> ((CheckBox) stage.scene.lookup("#first")).fire());
        runBackground();
        assertFalse(asked.getLast().filled().contains("feedback"));
        assertEquals("9 tokens and no thoughts, the question not counted", words("count"));
    }

    @Test
    void aPromptThatCannotBeRenderedSaysWhy() throws Exception {
        act(
                () ->
                        stage.model
                                .prompts()
                                .readBy(
                                        draft -> {
                                            throw new WorkbenchException(
                                                    "text.promptSection", "{{#x}}");
                                        }));
        type("prompt", "{{#x}}");
        runBackground();
        assertTrue(words("failure").contains("{{#x}}"), words("failure"));
        assertFalse(stage.scene.lookup(".prompt-preview").isVisible());
    }

    private PromptText read(PromptDraft draft) {
        asked.add(draft);
        List<PromptText.Piece> pieces = new ArrayList<>();
        pieces.add(new PromptText.Piece(true, "question"));
        if (draft.filled().contains("feedback")) {
            pieces.add(new PromptText.Piece(true, "feedback"));
        }
        return new PromptText(pieces, 9);
    }

    private void runBackground() throws Exception {
        List<Runnable> waiting = List.copyOf(stage.background);
        stage.background.clear();
        for (Runnable work : waiting) {
            act(work);
        }
    }
}
