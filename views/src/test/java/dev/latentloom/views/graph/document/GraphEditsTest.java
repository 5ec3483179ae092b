package dev.latentloom.views.graph.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GraphEditsTest {
    private final Draft relay = Teams.sequential();

    @Test
    void aWireToAnEarlierAgentThatClosesNoLoopReordersTheTurns() {
        Draft draft = AgentEdits.add(Teams.agent("x", "Scout", null), spot()).change().apply(relay);
        Draft wired = connect(draft, "scout", "planner");
        Edge edge = wired.document().graph().edges().getLast();
        assertFalse(wired.document().graph().feedback(edge));
        assertEquals(List.of("scout", "planner", "critic", "solver"), order(wired));
    }

    @Test
    void aWireThatClosesALoopIsFeedback() {
        Draft wired = connect(relay, "critic", "planner");
        Edge edge = wired.document().graph().edges().getLast();
        assertTrue(wired.document().graph().feedback(edge));
        assertEquals(List.of("planner", "critic", "solver"), order(wired));
    }

    @Test
    void connectingToTheBodyOpensASlotNamedAfterTheSender() {
        Draft wired = connect(relay, "planner", "solver");
        Agent solver = agent(wired, "solver");
        assertEquals(List.of("critique", "planner"), PromptSlots.of(solver.prompt()));
        assertEquals("planner", wired.document().graph().edges().getLast().slot());
    }

    @Test
    void aSlotHoldsOneWire() {
        Edit edit =
                EdgeEdits.connect(
                        agent(relay, "planner"), agent(relay, "solver"), "critique", "outer_2");
        Draft wired = edit.change().apply(relay);
        assertEquals(3, wired.document().graph().edges().size());
        assertEquals("planner-solver", wired.document().graph().edges().getLast().id());
    }

    @Test
    void removingAnAgentTakesItsWiresAndItsAnswer() {
        Draft left = Removal.of(List.of("solver")).change().apply(relay);
        assertEquals(1, left.document().graph().edges().size());
        assertEquals("", left.document().graph().answering());
    }

    @Test
    void removingAQuestionWireTakesTheQuestionOutOfThePrompt() {
        Wire asks = Wire.of(relay.document()).getFirst();
        Draft left = Removal.of(List.of(asks.id())).change().apply(relay);
        assertFalse(PromptSlots.asks(agent(left, "planner").prompt()));
        assertTrue(PromptSlots.asks(agent(left, "critic").prompt()));
    }

    @Test
    void pastingKeepsWiresAmongTheCopiedAndNamesThemAnew() {
        Clip clip = Clip.of(relay, List.of("planner", "critic"));
        Draft pasted = clip.paste(new Spot(0, 400), "graph.edit.paste").change().apply(relay);
        Edge edge = pasted.document().graph().edges().getLast();
        assertEquals("planner-2", edge.from());
        assertEquals("critic-2", edge.to());
        assertEquals(new Spot(0, 400), pasted.layout().at("planner-2"));
        assertEquals(new Spot(300, 420), pasted.layout().at("critic-2"));
    }

    @Test
    void aTeamPastedIntoAnEmptyDrawingBringsItsRoundsAndAnswer() {
        Draft empty = Removal.of(List.of("planner", "critic", "solver")).change().apply(relay);
        Clip clip = Clip.of(relay, List.of("planner", "critic", "solver"));
        Draft pasted = clip.paste(spot(), "graph.edit.paste").change().apply(empty);
        assertEquals("solver", pasted.document().graph().answering());
        assertEquals(3, pasted.document().graph().rounds());
    }

    @Test
    void mutedAgentsLeaveTheRunAndBypassedOnesAreBridged() {
        GraphDocument muted = relay.document().withMuted(List.of("critic"));
        assertEquals(List.of("s-p"), edges(muted.effective()));
        GraphDocument bypassed = relay.document().withBypassed(List.of("critic"));
        assertEquals(List.of("s-p", "planner-solver"), edges(bypassed.effective()));
    }

    @Test
    void theAnswerIsNeverLeftToSomebodyWhoIsAway() {
        GraphDocument bypassed = relay.document().withBypassed(List.of("solver"));
        assertEquals("critic", bypassed.effective().answering());
        GraphDocument muted = relay.document().withMuted(List.of("solver"));
        assertEquals("", muted.effective().answering());
    }

    @Test
    void bridgesGetIdsOfTheirOwnAndNoSlotIsFilledTwice() {
        Edge twice = new Edge("again", "planner", "critic", "plan", "outer");
        Edge taken = new Edge("planner-solver", "solver", "planner", "feedback", "outer");
        List<Edge> edges = new ArrayList<>(relay.document().graph().edges());
        edges.addAll(List.of(twice, taken));
        GraphDocument odd = relay.document().withEdges(edges).withBypassed(List.of("critic"));
        assertEquals(List.of("s-p", "planner-solver", "planner-solver-2"), edges(odd.effective()));
    }

    @Test
    void weightsSharedBetweenAgentsCountOnce() {
        TeamMemory memory = TeamMemory.of(relay.document().graph(), Teams.MODELS).getFirst();
        assertEquals((64 + 96) * 2_000L * Float.BYTES, memory.weights());
        long links = 2 * LinkParameters.inner(64) + LinkParameters.inner(96);
        links += LinkParameters.outer("outer_ln_res", 64, 96);
        links += LinkParameters.outer("outer_ln_res", 96, 64);
        links += LinkParameters.outer("outer_ln_res", 64, 64);
        assertEquals(4 * links, memory.links());
        assertTrue(memory.fits());
    }

    @Test
    void eachDeviceHasItsWeightsAndTheLinksIntoItsAgents() {
        Edit edit = AgentFields.device(relay.document().graph().agents().getLast(), "cuda:0");
        AgentGraph apart = edit.change().apply(relay).document().graph();
        List<TeamMemory> memory = TeamMemory.of(apart, Teams.MODELS);
        assertEquals(List.of("cpu", "cuda:0"), memory.stream().map(TeamMemory::device).toList());
        assertEquals((64 + 96) * 2_000L * Float.BYTES, memory.getFirst().weights());
        assertEquals(64 * 2_000L * Float.BYTES, memory.getLast().weights());
        long into = LinkParameters.inner(64) + LinkParameters.outer("outer_ln_res", 96, 64);
        assertEquals(4 * into, memory.getLast().links());
        TeamMemory whole = TeamMemory.of(relay.document().graph(), Teams.MODELS).getFirst();
        assertEquals(whole.links(), memory.getFirst().links() + memory.getLast().links());
        assertTrue(memory.getLast().fits() && memory.getLast().budget() < 0);
    }

    @Test
    void linkParametersFollowTheFormulas() {
        long in = 64;
        long out = 96;
        assertEquals(
                3 * in * out + 2 * out * out + 4 * out + 2 * in + 2 * out,
                LinkParameters.outer("outer_ln_res", in, out));
        assertEquals(13_122_560L, LinkParameters.inner(2560));
    }

    @Test
    void thoughtsFitSlotsOnlyAndTextFitsTheAnswer() {
        NodeShape planner = shape("planner");
        NodeShape critic = shape("critic");
        Port thoughts = planner.port(Port.THOUGHTS, false).orElseThrow();
        Port answer = shape(GraphDocument.ANSWER).port(Port.ANSWER, true).orElseThrow();
        assertNull(Fit.refusal(thoughts, critic.port("plan", true).orElseThrow()));
        assertEquals("graph.fit.thoughts", Fit.refusal(thoughts, answer));
        Port text = planner.port(Port.TEXT, false).orElseThrow();
        assertNull(Fit.refusal(text, answer));
        assertEquals("graph.fit.text", Fit.refusal(text, critic.port("plan", true).orElseThrow()));
    }

    private NodeShape shape(String id) {
        return NodeShape.of(relay.document(), id, Teams.MODELS);
    }

    private static Draft connect(Draft draft, String from, String to) {
        Edit edit = EdgeEdits.connect(agent(draft, from), agent(draft, to), "", "outer_ln_res");
        return edit.change().apply(draft);
    }

    private static Agent agent(Draft draft, String id) {
        return draft.document().graph().agent(id).orElseThrow();
    }

    private static List<String> order(Draft draft) {
        return draft.document().graph().agents().stream().map(Agent::id).toList();
    }

    private static List<String> edges(AgentGraph graph) {
        return graph.edges().stream().map(Edge::id).toList();
    }

    private static Spot spot() {
        return new Spot(0, 0);
    }
}
