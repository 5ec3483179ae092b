package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.NodeState;
import dev.latentloom.views.graph.NodeStatus;
import dev.latentloom.views.graph.Remark;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.Note;
import dev.latentloom.views.graph.document.Port;
import dev.latentloom.views.graph.document.QuestionSource;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * All that a node's view shows, so that a view is redrawn only when its look has changed.
 *
 * @param kind style class: agent, text-agent, question, answer or note
 * @param title role name, or what the node is
 * @param line muted line under the title: model, question, or how far its turn is
 * @param badge at the title's right end, such as the hidden width
 * @param problem shown under the node; null for none
 */
record NodeLook(
        String kind,
        String title,
        String line,
        String badge,
        NodeState state,
        String presence,
        @Nullable Remark problem) {

    static NodeLook of(
            GraphDocument document, String id, int width, NodeStatus status, @Nullable Remark bad) {
        Optional<Agent> agent = document.graph().agent(id);
        if (agent.isPresent()) {
            return agent(document, agent.get(), width, status, bad);
        }
        if (id.equals(GraphDocument.QUESTION)) {
            QuestionSource source = document.question();
            String text = source == null ? "" : source.text();
            String line = text.isBlank() ? Messages.text("graph.node.noQuestion") : text;
            return still("question", Messages.text("graph.node.question"), line, bad);
        }
        if (id.equals(GraphDocument.ANSWER)) {
            String line = Messages.text("graph.node.answerLine");
            return still("answer", Messages.text("graph.node.answer"), line, bad);
        }
        String text =
                document.notes().stream()
                        .filter(note -> note.id().equals(id))
                        .map(Note::text)
                        .findFirst()
                        .orElse("");
        return still(
                "note", "", text.isBlank() ? Messages.text("graph.node.noteEmpty") : text, null);
    }

    private static NodeLook still(String kind, String title, String line, @Nullable Remark bad) {
        return new NodeLook(kind, title, line, "", NodeState.IDLE, "", bad);
    }

    private static NodeLook agent(
            GraphDocument document,
            Agent agent,
            int width,
            NodeStatus status,
            @Nullable Remark bad) {
        String presence = "";
        if (document.muted().contains(agent.id())) {
            presence = "muted";
        } else if (document.bypassed().contains(agent.id())) {
            presence = "bypassed";
        }
        String badge = presence.isEmpty() ? badge(agent, width) : text("presence." + presence);
        return new NodeLook(
                agent.textOnly() ? "text-agent" : "agent",
                agent.role(),
                line(agent, status),
                badge,
                status.state(),
                presence,
                bad);
    }

    private static String badge(Agent agent, int width) {
        if (agent.textOnly()) {
            return text("textOnly");
        }
        return width == 0 ? "" : Messages.text("graph.node.width", width);
    }

    private static String line(Agent agent, NodeStatus status) {
        return switch (status.state()) {
            case RUNNING ->
                    status.step() > 0
                            ? text("step", status.step(), status.steps(), status.round())
                            : text("turn", status.round());
            case FAILED -> text("failed", status.round());
            case IDLE, QUEUED, DONE -> {
                String model = agent.model();
                yield model == null ? text("noModel") : model;
            }
        };
    }

    private static String text(String key, Object... arguments) {
        return Messages.text("graph.node." + key, arguments);
    }

    /** What a port is called on a node. */
    static String label(Port port) {
        return switch (port.name()) {
            case Port.QUESTION -> text("port.question");
            case Port.THOUGHTS ->
                    port.width() == 0
                            ? text("port.thoughts")
                            : text("port.thoughtsWide", port.width());
            case Port.TEXT -> text("port.text");
            case Port.ANSWER -> text("port.answer");
            case Port.NEW_SLOT -> text("port.newSlot");
            default -> port.name();
        };
    }
}
