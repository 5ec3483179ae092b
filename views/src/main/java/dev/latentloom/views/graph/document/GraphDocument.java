package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.EffectiveGraph;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A drawn team without its coordinates; an immutable snapshot.
 *
 * @param graph agents, edges, the answering agent and the rounds
 * @param muted ids of agents that sit a run out
 * @param bypassed ids of agents whose senders speak straight to their receivers
 * @param question the question source, null where none is drawn
 * @param answer whether an answer node is drawn
 * @param links link set its thoughts go through, null while none is chosen
 */
public record GraphDocument(
        AgentGraph graph,
        List<Note> notes,
        List<NodeGroup> groups,
        List<String> muted,
        List<String> bypassed,
        @Nullable QuestionSource question,
        boolean answer,
        @Nullable String links) {
    /** Node id of the question source. */
    public static final String QUESTION = "#question";

    /** Node id of the answer. */
    public static final String ANSWER = "#answer";

    public GraphDocument {
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
        muted = List.copyOf(muted);
        bypassed = List.copyOf(bypassed);
    }

    /** A graph as it is stored, with its question source and answer drawn. */
    public static GraphDocument of(AgentGraph graph) {
        return new GraphDocument(
                graph,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new QuestionSource(""),
                true,
                null);
    }

    /** The graph that runs: without muted agents, with bypassed ones bridged. */
    public AgentGraph effective() {
        return EffectiveGraph.of(graph, muted, bypassed);
    }

    /** Ids of all nodes: question, agents in their order, answer, notes. */
    public List<String> nodes() {
        List<String> ids = new ArrayList<>();
        if (question != null) {
            ids.add(QUESTION);
        }
        graph.agents().forEach(agent -> ids.add(agent.id()));
        if (answer) {
            ids.add(ANSWER);
        }
        notes.forEach(note -> ids.add(note.id()));
        return ids;
    }

    /** Every id in use: nodes, edges and groups. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(nodes());
        graph.edges().forEach(edge -> ids.add(edge.id()));
        groups.forEach(group -> ids.add(group.id()));
        return ids;
    }

    public GraphDocument withGraph(AgentGraph changed) {
        return new GraphDocument(changed, notes, groups, muted, bypassed, question, answer, links);
    }

    public GraphDocument withAgents(List<Agent> agents) {
        return withGraph(
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        agents,
                        graph.edges(),
                        graph.answering(),
                        graph.rounds()));
    }

    /** With one agent changed; the same document if there is none of this id. */
    public GraphDocument withAgent(String id, UnaryOperator<Agent> change) {
        return withAgents(
                graph.agents().stream()
                        .map(agent -> agent.id().equals(id) ? change.apply(agent) : agent)
                        .toList());
    }

    public GraphDocument withEdges(List<Edge> edges) {
        return withGraph(
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        graph.agents(),
                        edges,
                        graph.answering(),
                        graph.rounds()));
    }

    public GraphDocument withAnswering(String agent) {
        return withGraph(
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        graph.agents(),
                        graph.edges(),
                        agent,
                        graph.rounds()));
    }

    public GraphDocument withRounds(int rounds) {
        return withGraph(
                new AgentGraph(
                        graph.name(),
                        graph.pattern(),
                        graph.agents(),
                        graph.edges(),
                        graph.answering(),
                        rounds));
    }

    public GraphDocument withNotes(List<Note> changed) {
        return new GraphDocument(graph, changed, groups, muted, bypassed, question, answer, links);
    }

    public GraphDocument withGroups(List<NodeGroup> changed) {
        return new GraphDocument(graph, notes, changed, muted, bypassed, question, answer, links);
    }

    public GraphDocument withMuted(List<String> changed) {
        return new GraphDocument(graph, notes, groups, changed, bypassed, question, answer, links);
    }

    public GraphDocument withBypassed(List<String> changed) {
        return new GraphDocument(graph, notes, groups, muted, changed, question, answer, links);
    }

    public GraphDocument withQuestion(@Nullable QuestionSource changed) {
        return new GraphDocument(graph, notes, groups, muted, bypassed, changed, answer, links);
    }

    public GraphDocument withAnswer(boolean drawn) {
        return new GraphDocument(graph, notes, groups, muted, bypassed, question, drawn, links);
    }

    public GraphDocument withLinks(@Nullable String set) {
        return new GraphDocument(graph, notes, groups, muted, bypassed, question, answer, set);
    }
}
