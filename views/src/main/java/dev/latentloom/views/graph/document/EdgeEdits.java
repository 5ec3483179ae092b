package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.graph.FreshId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Edits of wires: who hears whom, who sees the question, who answers, and how often all go round.
 */
public final class EdgeEdits {
    private EdgeEdits() {}

    /**
     * Lets one agent hear another. A slot holds one wire: what went into it before is replaced.
     *
     * @param slot name of the receiver's slot; empty opens a new one, named after the sender
     */
    public static Edit connect(Agent from, Agent to, String slot, String design) {
        return Edit.of(
                draft -> draft.edit(document -> connected(document, from, to, slot, design)),
                "graph.edit.connect",
                from.role(),
                to.role());
    }

    private static GraphDocument connected(
            GraphDocument document, Agent from, Agent to, String slot, String design) {
        String name = slot.isEmpty() ? newSlot(to, from) : slot;
        List<Edge> edges = new ArrayList<>(document.graph().edges());
        edges.removeIf(edge -> edge.to().equals(to.id()) && edge.slot().equals(name));
        List<Agent> order = TurnOrder.before(document.withEdges(edges).graph(), from.id(), to.id());
        String id = FreshId.of(from.id() + "-" + to.id(), document.withEdges(edges).ids());
        edges.add(new Edge(id, from.id(), to.id(), name, design));
        return document.withEdges(edges)
                .withAgents(order)
                .withAgent(
                        to.id(),
                        agent ->
                                agent.withPrompt(
                                        PromptSlots.opening(agent.prompt(), name, from.role())));
    }

    private static String newSlot(Agent to, Agent from) {
        List<String> taken = new ArrayList<>(PromptSlots.of(to.prompt()));
        taken.add("question");
        return FreshId.of(from.role(), taken);
    }

    /** Puts the question into an agent's prompt. */
    public static Edit ask(Agent agent) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withAgent(
                                                agent.id(),
                                                old ->
                                                        old.withPrompt(
                                                                PromptSlots.asking(old.prompt())))),
                "graph.edit.ask",
                agent.role());
    }

    /** Makes an agent the one that answers in the last round. */
    public static Edit answering(Agent agent) {
        return Edit.of(
                draft -> draft.edit(document -> document.withAnswering(agent.id())),
                "graph.edit.answering",
                agent.role());
    }

    /** Sets n, how often all agents take their turns; at least 1. */
    public static Edit rounds(int rounds) {
        return Edit.of(
                        draft -> draft.edit(document -> document.withRounds(Math.max(1, rounds))),
                        "graph.edit.rounds",
                        rounds)
                .merging("rounds");
    }

    /** Gives an edge's outer link another design. */
    public static Edit design(Edge edge, String design) {
        return change(
                edge,
                old -> new Edge(old.id(), old.from(), old.to(), old.slot(), design),
                "graph.edit.design");
    }

    /** Sends an edge into another slot of its receiver; what went into that one is replaced. */
    public static Edit slot(Edge edge, String slot) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document -> {
                                    List<Edge> edges = new ArrayList<>(document.graph().edges());
                                    edges.removeIf(
                                            other ->
                                                    !other.id().equals(edge.id())
                                                            && other.to().equals(edge.to())
                                                            && other.slot().equals(slot));
                                    edges.replaceAll(
                                            old ->
                                                    old.id().equals(edge.id())
                                                            ? new Edge(
                                                                    old.id(),
                                                                    old.from(),
                                                                    old.to(),
                                                                    slot,
                                                                    old.design())
                                                            : old);
                                    return document.withEdges(edges);
                                }),
                "graph.edit.slot",
                edge.from(),
                slot);
    }

    private static Edit change(Edge edge, UnaryOperator<Edge> change, String key) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withEdges(
                                                document.graph().edges().stream()
                                                        .map(
                                                                old ->
                                                                        old.id().equals(edge.id())
                                                                                ? change.apply(old)
                                                                                : old)
                                                        .toList())),
                key,
                edge.from(),
                edge.to());
    }
}
