package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Teams;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;

@RequiresFonts
@ExtendWith(NoStalls.class)
class CanvasGesturesTest {
    private BuildStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = BuildStage.open(Teams.sequential(), Teams.MODELS, false);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void draggingANodeMovesItOnTheGridAndIsOneStepBack() throws Exception {
        stage.drag(stage.node("critic"), stage.node("critic").add(53, 88));
        Spot moved = stage.spot("critic");
        assertNotEquals(new Spot(560, 60), moved);
        assertEquals(moved, moved.snapped());
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.Z);
        assertEquals(new Spot(560, 60), stage.spot("critic"));
        assertTrue(stage.model.undoableProperty().get() == null);
    }

    @Test
    void escapeTakesADragBack() throws Exception {
        Point2D at = stage.node("critic");
        stage.press(at, MouseButton.PRIMARY);
        stage.move(at.add(80, 80), MouseButton.PRIMARY);
        stage.key(KeyCode.ESCAPE);
        stage.release(at.add(80, 80), MouseButton.PRIMARY);
        assertEquals(new Spot(560, 60), stage.spot("critic"));
    }

    @Test
    void aWireFromThoughtsToASlotConnects() throws Exception {
        stage.drag(
                stage.port("planner", Port.THOUGHTS, false),
                stage.port("solver", Port.NEW_SLOT, true));
        Edge edge = stage.graph().edges().getLast();
        assertEquals("planner", edge.from());
        assertEquals("solver", edge.to());
        assertEquals("outer_ln_res", edge.design());
    }

    @Test
    void aWireThatDoesNotFitSaysWhyAndChangesNothing() throws Exception {
        stage.drag(
                stage.port("planner", Port.THOUGHTS, false),
                stage.port(GraphDocument.ANSWER, Port.ANSWER, true));
        assertEquals("solver", stage.graph().answering());
        Node hint = stage.scene.lookup(".canvas-hint");
        assertTrue(hint.isVisible());
    }

    @Test
    void aWireToTheAnswerChoosesWhoAnswers() throws Exception {
        stage.drag(
                stage.port("critic", Port.TEXT, false),
                stage.port(GraphDocument.ANSWER, Port.ANSWER, true));
        assertEquals("critic", stage.graph().answering());
    }

    @Test
    void pullingAWireOffItsInputRemovesIt() throws Exception {
        Point2D slot = stage.port("critic", "plan", true);
        stage.drag(slot, slot.add(-40, 250));
        assertEquals(List.of("c-s", "s-p"), stage.graph().edges().stream().map(Edge::id).toList());
    }

    @Test
    void aWireDroppedOnEmptySpaceOffersOnlyWhatFitsAndJoinsIt() throws Exception {
        Point2D from = stage.port("critic", Port.THOUGHTS, false);
        stage.drag(from, from.add(40, 200));
        Node list = stage.scene.lookup(".quick-add");
        assertTrue(list.isVisible());
        TextField typed = (TextField) list.lookup(".text-field");
        BuildStage.fx(
                () -> {
                    typed.setText("planner");
                    return true;
                });
        stage.key(KeyCode.ENTER);
        assertEquals(4, stage.graph().agents().size());
        Edge edge = stage.graph().edges().getLast();
        assertEquals("critic", edge.from());
        assertEquals("models/planner", stage.graph().agent(edge.to()).orElseThrow().model());
    }

    @Test
    void theRubberBandSelectsWhatItTouches() throws Exception {
        stage.drag(stage.at(230, 10), stage.at(800, 200));
        assertEquals(Set.of("planner", "critic"), stage.model.selection());
        stage.click(stage.at(500, 300), 1);
        assertEquals(Set.of(), stage.model.selection());
    }

    @Test
    void shiftClickAddsToTheSelection() throws Exception {
        stage.click(stage.node("planner"), 1);
        stage.held = Set.of(KeyCode.SHIFT);
        stage.click(stage.node("solver"), 1);
        assertEquals(Set.of("planner", "solver"), stage.model.selection());
    }

    @Test
    void middleDragAndSpaceDragPan() throws Exception {
        Point2D before = stage.at(0, 0);
        stage.drag(new Point2D(600, 500), new Point2D(650, 530), MouseButton.MIDDLE);
        assertEquals(before.add(50, 30), stage.at(0, 0));
        stage.key(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
        stage.drag(new Point2D(600, 500), new Point2D(580, 500));
        stage.key(KeyEvent.KEY_RELEASED, KeyCode.SPACE);
        assertEquals(before.add(30, 30), stage.at(0, 0));
    }

    @Test
    void theWheelZoomsAboutThePointer() throws Exception {
        Point2D pointer = stage.at(560, 60);
        double size = stage.at(660, 60).distance(pointer);
        stage.scroll(pointer, 200);
        assertTrue(pointer.distance(stage.at(560, 60)) < 1e-3); // places in a scene are floats
        assertTrue(stage.at(660, 60).distance(pointer) > size * 1.2);
    }

    @Test
    void doubleClickOnEmptySpaceAndTabOpenTheList() throws Exception {
        stage.click(stage.at(500, 320), 2);
        Node list = stage.scene.lookup(".quick-add");
        assertTrue(list.isVisible());
        stage.key(KeyCode.ESCAPE);
        assertFalse(list.isVisible());
        stage.key(KeyCode.TAB);
        assertTrue(list.isVisible());
    }

    @Test
    void f2RenamesInPlace() throws Exception {
        stage.click(stage.node("critic"), 1);
        stage.key(KeyCode.F2);
        TextField editor = (TextField) stage.scene.lookup(".inline-editor");
        BuildStage.fx(
                () -> {
                    editor.setText("Reviewer");
                    return true;
                });
        stage.key(KeyCode.ENTER);
        assertEquals("Reviewer", stage.graph().agent("critic").orElseThrow().role());
    }

    @Test
    void thePaletteIsAPlainMouseDrag() throws Exception {
        Node item =
                stage.scene.getRoot().lookupAll(".palette-item").stream()
                        .filter(node -> node.getAccessibleText().startsWith("Note"))
                        .findFirst()
                        .orElseThrow();
        Point2D from = BuildStage.fx(() -> item.localToScene(20, 10));
        stage.drag(from, stage.at(500, 320));
        assertEquals(1, stage.model.draft().document().notes().size());
        assertEquals(new Spot(500, 320), stage.spot("note"));
    }

    @Test
    void copyPasteDuplicateDeleteByKeys() throws Exception {
        stage.click(stage.node("critic"), 1);
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.C);
        stage.key(KeyCode.V);
        stage.key(KeyCode.D);
        assertEquals(5, stage.graph().agents().size());
        stage.held = Set.of();
        stage.key(KeyCode.DELETE);
        assertEquals(4, stage.graph().agents().size());
    }

    @Test
    void mutingDrawsNothingAwayButMarksTheAgent() throws Exception {
        stage.click(stage.node("critic"), 1);
        stage.key(KeyCode.M);
        assertEquals(List.of("critic"), stage.model.draft().document().muted());
        stage.key(KeyCode.M);
        assertEquals(List.of(), stage.model.draft().document().muted());
    }

    @Test
    void arrangingPutsSendersLeftOfReceivers() throws Exception {
        stage.click(stage.node("solver"), 1);
        stage.key(KeyCode.L);
        Runnable layout = stage.background.getFirst();
        BuildStage.fx(
                () -> {
                    layout.run();
                    return true;
                });
        stage.settle();
        assertTrue(stage.spot("planner").x() < stage.spot("critic").x());
        assertTrue(stage.spot("critic").x() < stage.spot("solver").x());
        assertTrue(stage.spot("solver").x() < stage.spot(GraphDocument.ANSWER).x());
    }
}
