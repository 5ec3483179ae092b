package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Teams;

import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;

/** Editing in place, by menu and by keys, and how wires are bent to other ends. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class CanvasEditingTest {
    private BuildStage stage;
    private StageMenu menu;

    @BeforeEach
    void open() throws Exception {
        stage = BuildStage.open(Teams.sequential(), Teams.MODELS, false);
        menu = new StageMenu(stage);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theMenuNamesWhatUndoTakesBack() throws Exception {
        stage.drag(
                stage.port("planner", Port.THOUGHTS, false),
                stage.port("solver", Port.NEW_SLOT, true));
        List<String> items = menu.items(stage.at(500, 320));
        assertEquals("Undo connect Planner to Solver", items.getFirst());
        menu.pick(stage.at(500, 320), "Undo connect Planner to Solver");
        assertEquals(3, stage.graph().edges().size());
        menu.pick(stage.at(500, 320), "Redo connect Planner to Solver");
        assertEquals(4, stage.graph().edges().size());
    }

    @Test
    void aNewWireSaysWhichLinkItGotAndHowLargeItIs() throws Exception {
        stage.drag(
                stage.port("planner", Port.THOUGHTS, false),
                stage.port("solver", Port.NEW_SLOT, true));
        Label hint = (Label) stage.scene.lookup(".canvas-hint");
        assertEquals(
                "Outer link put in: LN residual, 64 to 64 wide, 21 k parameters.", hint.getText());
    }

    @Test
    void aRefusedWireSaysWhyWhileItIsStillInTheHand() throws Exception {
        Point2D from = stage.port("planner", Port.THOUGHTS, false);
        Point2D to = stage.port(GraphDocument.ANSWER, Port.ANSWER, true);
        stage.press(from, MouseButton.PRIMARY);
        stage.move(to, MouseButton.PRIMARY);
        assertTrue(stage.scene.lookup(".canvas-hint").isVisible());
        stage.key(KeyCode.ESCAPE);
        stage.release(to, MouseButton.PRIMARY);
        assertEquals("solver", stage.graph().answering());
    }

    @Test
    void aWireTakenOffItsInputGoesIntoAnother() throws Exception {
        stage.drag(stage.port("critic", "plan", true), stage.port("solver", Port.NEW_SLOT, true));
        Edge moved = stage.graph().edges().getLast();
        assertEquals("planner", moved.from());
        assertEquals("solver", moved.to());
        assertEquals(3, stage.graph().edges().size());
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.Z);
        assertEquals("p-c", stage.graph().edges().getFirst().id());
    }

    @Test
    void theQuestionIsWiredAndItsWireCanBeCut() throws Exception {
        Point2D asks = stage.port("critic", Port.QUESTION, true);
        stage.drag(asks, asks.add(-60, 260));
        assertFalse(stage.graph().agent("critic").orElseThrow().prompt().contains("question"));
        stage.drag(stage.port(GraphDocument.QUESTION, Port.QUESTION, false), asks);
        assertTrue(stage.graph().agent("critic").orElseThrow().prompt().contains("{{question}}"));
    }

    @Test
    void theLoopTakesItsRoundsWhereItRuns() throws Exception {
        stage.click(stage.at(660, 186), 2); // under the nodes, half way
        stage.type("5");
        stage.key(KeyCode.ENTER);
        assertEquals(5, stage.graph().rounds());
    }

    @Test
    void aWireIsChosenAndItsDesignChangedByMenu() throws Exception {
        menu.pick(stage.wire(), "Link design/1 layer");
        assertEquals("outer_1", stage.graph().edges().get(1).design());
        stage.click(stage.wire(), 1);
        assertEquals(Set.of("c-s"), stage.model.selection());
        stage.key(KeyCode.DELETE);
        assertEquals(2, stage.graph().edges().size());
    }

    @Test
    void nodesLineUpAndSpreadByMenu() throws Exception {
        stage.drag(stage.node("critic"), stage.node("critic").add(30, 120));
        stage.drag(stage.at(230, 10), stage.at(1080, 300));
        assertEquals(Set.of("planner", "critic", "solver"), stage.model.selection());
        menu.pick(stage.node("critic"), "Align/Upper edges");
        assertEquals(stage.spot("planner").y(), stage.spot("critic").y());
        menu.pick(stage.node("critic"), "Align/Spread evenly across");
        assertEquals(
                (stage.spot("planner").x() + stage.spot("solver").x()) / 2,
                stage.spot("critic").x());
    }

    @Test
    void severalNodesMoveTogether() throws Exception {
        stage.drag(stage.at(230, 10), stage.at(800, 200));
        Spot planner = stage.spot("planner");
        stage.drag(stage.node("critic"), stage.node("critic").add(0, 100));
        assertTrue(stage.spot("planner").y() > planner.y());
        assertEquals(stage.spot("planner").x(), planner.x());
        stage.key(KeyCode.DOWN);
        stage.key(KeyCode.DOWN);
        assertEquals(stage.spot("planner"), stage.spot("planner").snapped());
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.Z); // both arrows are one step
        stage.key(KeyCode.Z);
        assertEquals(planner, stage.spot("planner"));
    }

    @Test
    void aNoteIsWrittenInPlaceAndGrows() throws Exception {
        stage.drag(stage.palette("Note"), stage.at(300, 300));
        stage.click(stage.at(350, 330), 2);
        stage.type("The critic knows only B. ".repeat(12));
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.ENTER);
        assertTrue(stage.document().notes().getFirst().text().startsWith("The critic"));
        stage.held = Set.of();
        stage.click(stage.at(350, 450), 1);
        assertEquals(Set.of("note"), stage.model.selection());
    }

    @Test
    void aGroupIsNamedInPlace() throws Exception {
        stage.click(stage.node("planner"), 1);
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.G);
        stage.held = Set.of();
        stage.key(KeyCode.F2);
        stage.type("Draft");
        stage.key(KeyCode.ENTER);
        assertEquals("Draft", stage.document().groups().getFirst().title());
    }

    @Test
    void bypassingBridgesTheAgentInTheNextRuns() throws Exception {
        stage.click(stage.node("critic"), 1);
        stage.key(KeyCode.B);
        assertEquals(List.of("critic"), stage.document().bypassed());
        assertEquals(2, stage.document().effective().agents().size());
        stage.key(KeyCode.B);
        assertEquals(List.of(), stage.document().bypassed());
    }

    @Test
    void cutAndPasteBringAnAgentBackUnderAnotherName() throws Exception {
        stage.click(stage.node("critic"), 1);
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.X);
        assertEquals(2, stage.graph().agents().size());
        stage.key(KeyCode.V);
        assertEquals(3, stage.graph().agents().size());
        stage.key(KeyCode.A);
        assertEquals(5, stage.model.selection().size());
    }
}
