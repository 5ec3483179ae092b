package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.Edge;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A line between two ports: an edge of the graph, the question on its way to an agent, or the
 * answer on its way out.
 *
 * @param id the edge's id, or an id of its own for question and answer
 * @param from node it leaves
 * @param to node it enters
 * @param port name of the port it enters: a slot for an edge
 * @param feedback whether it delivers in the next round
 */
public record Wire(
        String id, WireKind kind, String from, String to, String port, boolean feedback) {
    /** Id of the wire to the answer. */
    public static final String ANSWERING = "#answering";

    private static final String ASKS = "#asks:";

    /** All wires of a document: question wires, edges in their order, the answer's. */
    public static List<Wire> of(GraphDocument document) {
        AgentGraph graph = document.graph();
        List<Wire> wires = new ArrayList<>();
        if (document.question() != null) {
            for (Agent agent : graph.agents()) {
                if (PromptSlots.asks(agent.prompt())) {
                    wires.add(asking(agent.id()));
                }
            }
        }
        for (Edge edge : graph.edges()) {
            wires.add(
                    new Wire(
                            edge.id(),
                            kind(graph, edge),
                            edge.from(),
                            edge.to(),
                            edge.slot(),
                            graph.feedback(edge)));
        }
        if (document.answer() && graph.agent(graph.answering()).isPresent()) {
            wires.add(
                    new Wire(
                            ANSWERING,
                            WireKind.ANSWER,
                            graph.answering(),
                            GraphDocument.ANSWER,
                            Port.ANSWER,
                            false));
        }
        return wires;
    }

    private static Wire asking(String agent) {
        return new Wire(
                ASKS + agent,
                WireKind.QUESTION,
                GraphDocument.QUESTION,
                agent,
                Port.QUESTION,
                false);
    }

    /** What an edge carries: text as soon as one end takes part only through text. */
    static WireKind kind(AgentGraph graph, Edge edge) {
        boolean text =
                graph.agent(edge.from()).map(Agent::textOnly).orElse(false)
                        || graph.agent(edge.to()).map(Agent::textOnly).orElse(false);
        return text ? WireKind.TEXT : WireKind.THOUGHTS;
    }

    /** The agent that a question wire of this id leads to, null for any other wire. */
    static @Nullable String askedBy(String id) {
        return id.startsWith(ASKS) ? id.substring(ASKS.length()) : null;
    }

    /** Name of the port it leaves. */
    public String outPort() {
        return switch (kind) {
            case QUESTION -> Port.QUESTION;
            case THOUGHTS -> Port.THOUGHTS;
            case TEXT, ANSWER -> Port.TEXT;
        };
    }
}
