package dev.latentloom.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

class GraphCheckTest {
    private final List<Agent> agents =
            new ArrayList<>(
                    List.of(
                            agent("a", "{{question}}{{#b}} {{b}}{{/b}}"),
                            agent("b", "{{question}} {{a}}")));
    private final List<Edge> edges =
            new ArrayList<>(List.of(edge("ab", "a", "b", "a"), edge("ba", "b", "a", "b")));
    private String answering = "b";
    private int rounds = 2;

    private static Agent agent(String id, String prompt) {
        return Agent.of(id, "Role " + id, prompt, 4, 8).withModel("models/" + id);
    }

    private static Edge edge(String id, String from, String to, String slot) {
        return new Edge(id, from, to, slot, "outer_ln_res");
    }

    private List<String> keys() {
        AgentGraph graph = new AgentGraph("g", "free-form", agents, edges, answering, rounds);
        return GraphCheck.of(graph, true).stream()
                .map(problem -> problem.element() + " " + problem.key())
                .toList();
    }

    @Test
    void aSoundGraphHasNoProblems() {
        assertEquals(List.of(), keys());
        edges.add(edge("aa", "a", "a", "b")); // to itself, and a second edge into one slot
        assertEquals(List.of(), keys());
    }

    @Test
    void wholeGraph() {
        rounds = 0;
        answering = "";
        assertEquals(List.of(" graph.noAnswering", " graph.rounds"), keys());
        answering = "z";
        assertTrue(keys().contains(" graph.unknownAnswering"));
        agents.clear();
        edges.clear();
        rounds = 1;
        assertEquals(List.of(" graph.noAgents"), keys());
    }

    @Test
    void agentsOfTheSameIdOrWithoutModelOrWithBadNumbers() {
        agents.add(agents.getFirst());
        agents.set(1, Agent.of("b", "B", "{{question}} {{a}}", -1, 0));
        assertEquals(
                List.of(
                        "b graph.noModel",
                        "b graph.steps",
                        "b graph.newTokens",
                        "a graph.sameAgentId"),
                keys());
    }

    @Test
    void samplingThatNoSamplerCanDo() {
        Sampling cold = new Sampling(-0.1, 0.0, null);
        Agent b = agents.get(1);
        agents.set(1, b.withSampling(cold));
        assertEquals(List.of("b graph.temperature", "b graph.topP"), keys());
        Sampling sane = new Sampling(0.7, 1.0, 3L);
        agents.set(1, b.withSampling(sane));
        assertEquals(List.of(), keys());
    }

    @Test
    void slotsAndEdgesThatDoNotMeet() {
        agents.set(1, agent("b", "{{question}} {{c}}"));
        assertEquals(List.of("b graph.slotWithoutEdge", "ab graph.edgeWithoutSlot"), keys());
    }

    @Test
    void promptsWithBrokenSectionsOrNoQuestion() {
        agents.set(0, agent("a", "{{#b}} {{b}}"));
        assertEquals(List.of("a graph.section", "a graph.noQuestion"), keys());
    }

    @Test
    void edgesToNowhereOrOfTheSameId() {
        edges.add(edge("ab", "a", "nobody", "x"));
        assertEquals(List.of("ab graph.sameEdgeId", "ab graph.unknownEnd"), keys());
    }

    @Test
    void textOnlyAgentsCannotStandOnLatentEdges() {
        agents.set(0, agents.getFirst().withTextOnly(true));
        assertEquals(List.of("ab graph.textOnly", "ba graph.textOnly"), keys());
        AgentGraph graph = new AgentGraph("g", "free-form", agents, edges, answering, rounds);
        assertEquals(List.of(), GraphCheck.of(graph, false));
    }

    @Test
    void agentsNobodyHearsAndEdgesThatComeTooLateAreOnlyWarnings() {
        agents.add(agent("c", "{{question}}"));
        rounds = 1;
        AgentGraph graph = new AgentGraph("g", "free-form", agents, edges, answering, rounds);
        List<GraphProblem> problems = GraphCheck.of(graph, true);
        assertEquals(List.of("c graph.unheard", "ba graph.lateEdge"), keys());
        assertTrue(GraphCheck.runnable(problems));
        rounds = 0;
        assertFalse(
                GraphCheck.runnable(
                        GraphCheck.of(
                                new AgentGraph("g", "x", agents, edges, answering, rounds), true)));
    }

    @ParameterizedTest
    @EnumSource(CollaborationPattern.class)
    void patternsLackNothingButModels(CollaborationPattern pattern) {
        AgentGraph graph = pattern.graph("new");
        assertEquals(
                graph.agents().stream().map(Agent::id).toList(),
                GraphCheck.of(graph, true).stream().map(GraphProblem::element).toList());
    }
}
