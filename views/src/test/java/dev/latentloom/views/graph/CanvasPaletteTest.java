package dev.latentloom.views.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.NoStalls;
import dev.latentloom.views.RequiresFonts;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Teams;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;

/** What is put onto the canvas from the palette and from the quick-add list. */
@RequiresFonts
@ExtendWith(NoStalls.class)
class CanvasPaletteTest {
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
    void everythingThatCanBeDrawnStandsInThePalette() throws Exception {
        List<String> sections =
                BuildStage.fx(
                        () ->
                                stage.scene.getRoot().lookupAll(".palette-section").stream()
                                        .map(node -> ((Label) node).getText())
                                        .toList());
        assertEquals(
                List.of("Agents", "Ready teams", "Links", "Question and answer", "Remarks"),
                sections);
    }

    @Test
    void anAgentOfTheLibraryIsDraggedIn() throws Exception {
        stage.drag(stage.palette("critic"), stage.at(400, 320));
        assertEquals("models/critic", stage.graph().agents().getLast().model());
        assertEquals(new Spot(400, 320), stage.spot(stage.graph().agents().getLast().id()));
        assertEquals(Set.of(stage.graph().agents().getLast().id()), stage.model.selection());
    }

    @Test
    void aDoubleClickPutsATextOnlyAgentInTheMiddle() throws Exception {
        stage.click(stage.palette("Text-only agent"), 2);
        assertTrue(stage.graph().agents().getLast().textOnly());
    }

    @Test
    void aReadyTeamIsWired() throws Exception {
        stage.drag(stage.palette("Mixture"), stage.at(250, 320));
        assertEquals(7, stage.graph().agents().size());
        assertEquals(9, stage.graph().edges().size());
        stage.held = Set.of(KeyCode.CONTROL);
        stage.key(KeyCode.Z);
        assertEquals(3, stage.graph().agents().size());
    }

    @Test
    void aLinkDroppedOnAWireChangesItsDesign() throws Exception {
        stage.drag(stage.palette("2 layers"), stage.wire());
        assertEquals("outer_2", edge("c-s").design());
        assertEquals("outer_ln_res", edge("p-c").design());
    }

    @Test
    void aLinkDroppedBesideAWireSaysWhereItBelongs() throws Exception {
        stage.drag(stage.palette("2 layers"), stage.at(500, 350));
        assertTrue(stage.scene.lookup(".canvas-hint").isVisible());
        assertNull(stage.model.undoableProperty().get());
    }

    @Test
    void questionAndAnswerComeBackFromThePalette() throws Exception {
        stage.click(stage.node(GraphDocument.ANSWER), 1);
        stage.key(KeyCode.DELETE);
        assertFalse(stage.document().answer());
        stage.drag(stage.palette("Answer"), stage.at(900, 320));
        assertTrue(stage.document().answer());
        stage.drag(stage.palette("Question"), stage.at(20, 320));
        assertEquals(new Spot(20, 320), stage.spot(GraphDocument.QUESTION));
    }

    @Test
    void aGroupDroppedOnASelectedNodeFramesTheSelectionAndMovesAsOne() throws Exception {
        stage.drag(stage.at(230, 10), stage.at(800, 200));
        stage.drag(stage.palette("Group"), stage.node("critic"));
        NodeGroup group = stage.document().groups().getFirst();
        assertEquals(List.of("planner", "critic"), group.members());
        stage.click(stage.at(500, 320), 1);
        Point2D title = stage.at(stage.spot("planner").x() + 10, stage.spot("planner").y() - 26);
        stage.drag(title, title.add(0, 100));
        assertTrue(stage.spot("planner").y() > 100, () -> "planner at " + stage.spot("planner"));
        assertTrue(stage.spot("critic").y() > 100, () -> "critic at " + stage.spot("critic"));
        assertEquals(new Spot(860, 40), stage.spot("solver"));
        stage.held = Set.of(KeyCode.CONTROL, KeyCode.SHIFT);
        stage.key(KeyCode.G);
        assertEquals(List.of(), stage.document().groups());
    }

    @Test
    void tabTypesAheadAndEnterAddsTheFirst() throws Exception {
        stage.click(stage.at(500, 320), 1);
        stage.key(KeyCode.TAB);
        stage.type("crit");
        stage.key(KeyCode.ENTER);
        assertEquals("models/critic", stage.graph().agents().getLast().model());
        assertFalse(stage.scene.lookup(".quick-add").isVisible());
    }

    @Test
    void whatIsAddedWithoutAPlaceOfItsOwnCoversNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            stage.click(stage.palette("critic"), 2);
        }
        List<Agent> agents = stage.graph().agents();
        assertEquals("Critic", agents.getLast().role());
        for (Agent added : agents.subList(3, agents.size())) {
            Spot own = stage.spot(added.id());
            for (String other : stage.document().nodes()) {
                Spot spot = stage.spot(other);
                boolean apart =
                        Math.abs(spot.x() - own.x()) >= 160 || Math.abs(spot.y() - own.y()) >= 68;
                assertTrue(other.equals(added.id()) || apart, added.id() + " on " + other);
            }
        }
    }

    @Test
    void theListOffersOnlyWhatAThoughtCanReach() throws Exception {
        Point2D from = stage.port("critic", Port.THOUGHTS, false);
        stage.drag(from, from.add(40, 200));
        assertTrue(offered("planner"));
        for (String never : List.of("Question", "Answer", "Note", "Text-only", "LN residual")) {
            assertFalse(offered(never), never);
        }
    }

    /** Whether the list still has a row when this is typed. */
    private boolean offered(String typed) throws Exception {
        stage.type(typed);
        stage.settle();
        return BuildStage.fx(
                () ->
                        stage.scene.lookup(".quick-add").lookupAll(".choice-row").stream()
                                .anyMatch(Node::isVisible));
    }

    private Edge edge(String id) {
        return stage.graph().edges().stream()
                .filter(edge -> edge.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
