package dev.latentloom.engine.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds everything that is wrong with a graph, at once. Edges from the answering agent, edges to
 * oneself and several edges into one slot are all allowed.
 */
public final class GraphCheck {
    private final AgentGraph graph;
    private final boolean latent;
    private final List<GraphProblem> problems = new ArrayList<>();

    private GraphCheck(AgentGraph graph, boolean latent) {
        this.graph = graph;
        this.latent = latent;
    }

    /**
     * The problems of a graph, those of the whole first, then agents' and edges' in their order.
     *
     * @param latent whether it is to run in latent mode, where a text-only agent cannot stand
     */
    public static List<GraphProblem> of(AgentGraph graph, boolean latent) {
        GraphCheck check = new GraphCheck(graph, latent);
        check.checkWhole();
        check.checkAgents();
        check.checkEdges();
        return List.copyOf(check.problems);
    }

    /** Whether none of these keeps the graph from running. */
    public static boolean runnable(List<GraphProblem> problems) {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private void checkWhole() {
        if (graph.agents().isEmpty()) {
            problems.add(GraphProblem.error("", "graph.noAgents", graph.name()));
        } else if (graph.answering().isBlank()) {
            problems.add(GraphProblem.error("", "graph.noAnswering", graph.name()));
        } else if (graph.agent(graph.answering()).isEmpty()) {
            problems.add(GraphProblem.error("", "graph.unknownAnswering", graph.answering()));
        }
        if (graph.rounds() < 1) {
            problems.add(GraphProblem.error("", "graph.rounds", "" + graph.rounds()));
        }
    }

    private void checkAgents() {
        Set<String> ids = new HashSet<>();
        Set<String> heard = heardByTheAnswer();
        for (Agent agent : graph.agents()) {
            String id = agent.id();
            if (id.isBlank()) {
                problems.add(GraphProblem.error(id, "graph.blankId", agent.role()));
            } else if (!ids.add(id)) {
                problems.add(GraphProblem.error(id, "graph.sameAgentId", id));
            }
            String model = agent.model();
            if (model == null || model.isBlank()) {
                problems.add(GraphProblem.error(id, "graph.noModel", agent.role()));
            }
            if (agent.steps() < 0) {
                problems.add(
                        GraphProblem.error(id, "graph.steps", agent.role(), "" + agent.steps()));
            }
            if (agent.maxNewTokens() < 1) {
                problems.add(
                        GraphProblem.error(
                                id, "graph.newTokens", agent.role(), "" + agent.maxNewTokens()));
            }
            checkSampling(agent);
            if (graph.agent(graph.answering()).isPresent() && !heard.contains(id)) {
                problems.add(GraphProblem.warning(id, "graph.unheard", agent.role()));
            }
            checkPrompt(agent);
        }
    }

    private void checkSampling(Agent agent) {
        Sampling own = agent.ownSampling();
        if (!own.temperatureSane()) {
            problems.add(
                    GraphProblem.error(
                            agent.id(), "graph.temperature", agent.role(), "" + own.temperature()));
        }
        if (!own.topPSane()) {
            problems.add(
                    GraphProblem.error(agent.id(), "graph.topP", agent.role(), "" + own.topP()));
        }
    }

    private void checkPrompt(Agent agent) {
        PromptParts parts = PromptParts.of(agent.prompt());
        String fault = parts.fault();
        if (fault != null) {
            problems.add(GraphProblem.error(agent.id(), "graph.section", agent.role(), fault));
        }
        if (!asksTheQuestion(parts)) {
            problems.add(GraphProblem.warning(agent.id(), "graph.noQuestion", agent.role()));
        }
        Set<String> delivered = new TreeSet<>();
        graph.into(agent.id()).forEach(edge -> delivered.add(edge.slot()));
        for (String slot : parts.slots()) {
            if (!delivered.contains(slot)) {
                problems.add(
                        GraphProblem.warning(
                                agent.id(), "graph.slotWithoutEdge", agent.role(), slot));
            }
        }
    }

    private static boolean asksTheQuestion(PromptParts parts) {
        return parts.list().stream()
                .anyMatch(part -> part.slot() && part.text().equals(PromptParts.QUESTION));
    }

    private void checkEdges() {
        Set<String> ids = new HashSet<>();
        for (Edge edge : graph.edges()) {
            if (!ids.add(edge.id())) {
                problems.add(GraphProblem.error(edge.id(), "graph.sameEdgeId", edge.id()));
            }
            for (String end : List.of(edge.from(), edge.to())) {
                if (graph.agent(end).isEmpty()) {
                    problems.add(GraphProblem.error(edge.id(), "graph.unknownEnd", edge.id(), end));
                }
            }
            graph.agent(edge.to()).ifPresent(target -> checkSlot(edge, target));
            if (latent) {
                checkLatentEnds(edge);
            }
            if (graph.rounds() == 1 && knownEnds(edge) && graph.feedback(edge)) {
                problems.add(GraphProblem.warning(edge.id(), "graph.lateEdge", edge.id()));
            }
        }
    }

    private boolean knownEnds(Edge edge) {
        return graph.agent(edge.from()).isPresent() && graph.agent(edge.to()).isPresent();
    }

    private void checkSlot(Edge edge, Agent target) {
        if (!PromptParts.of(target.prompt()).slots().contains(edge.slot())) {
            problems.add(
                    GraphProblem.error(
                            edge.id(),
                            "graph.edgeWithoutSlot",
                            edge.id(),
                            edge.slot(),
                            target.role()));
        }
    }

    private void checkLatentEnds(Edge edge) {
        for (String end : new TreeSet<>(List.of(edge.from(), edge.to()))) {
            graph.agent(end)
                    .filter(Agent::textOnly)
                    .ifPresent(
                            agent ->
                                    problems.add(
                                            GraphProblem.error(
                                                    edge.id(),
                                                    "graph.textOnly",
                                                    agent.role(),
                                                    edge.id())));
        }
    }

    /** The agents whose thoughts can reach the answering agent, itself among them. */
    private Set<String> heardByTheAnswer() {
        Set<String> heard = new HashSet<>(Set.of(graph.answering()));
        Deque<String> open = new ArrayDeque<>(heard);
        while (!open.isEmpty()) {
            for (Edge edge : graph.into(open.remove())) {
                if (heard.add(edge.from())) {
                    open.add(edge.from());
                }
            }
        }
        return heard;
    }
}
