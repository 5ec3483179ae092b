package dev.latentloom.views.graph.canvas;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.EdgeEdits;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.Note;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.QuestionSource;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Opens the right editor over a node or a group: its name, a note's text, the question. */
record NodeEditing(BuildViewModel model, CanvasContent content, InlineEditor editor) {

    private static final Pattern ROUNDS = Pattern.compile("[1-9]\\d?");

    /** Does nothing for what has no words of its own: the answer, and wires but those of loops. */
    void edit(String id, Viewport viewport) {
        GraphDocument document = model.draft().document();
        Optional<Agent> agent = document.graph().agent(id);
        if (agent.isPresent()) {
            open(id, viewport, agent.get().role(), false, text -> rename(agent.get(), text));
        } else if (id.equals(GraphDocument.QUESTION)) {
            QuestionSource source = document.question();
            String text = source == null ? "" : source.text();
            open(id, viewport, text, true, now -> model.apply(NoteEdits.question(now)));
        } else {
            loop(id, viewport, document);
            remark(id, viewport, document);
        }
    }

    /** The rounds stand on the wire that goes back. */
    private void loop(String id, Viewport viewport, GraphDocument document) {
        for (Wire wire : Wire.of(document)) {
            if (wire.id().equals(id) && wire.feedback()) {
                String rounds = Integer.toString(document.graph().rounds());
                open(id, viewport, rounds, false, this::rounds);
            }
        }
    }

    private void rounds(String text) {
        if (ROUNDS.matcher(text.strip()).matches()) {
            model.apply(EdgeEdits.rounds(Integer.parseInt(text.strip())));
        }
    }

    private void rename(Agent agent, String role) {
        if (!role.isBlank()) {
            model.apply(AgentEdits.rename(agent, role.strip()));
        }
    }

    private void remark(String id, Viewport viewport, GraphDocument document) {
        for (Note note : document.notes()) {
            if (note.id().equals(id)) {
                open(id, viewport, note.text(), true, now -> model.apply(NoteEdits.write(id, now)));
            }
        }
        for (NodeGroup group : document.groups()) {
            if (group.id().equals(id)) {
                open(
                        id,
                        viewport,
                        group.title(),
                        false,
                        now -> model.apply(NoteEdits.title(id, now)));
            }
        }
    }

    private void open(
            String id, Viewport viewport, String text, boolean lines, Consumer<String> keep) {
        Area area = content.editing(id);
        Spot corner = viewport.toCanvas(new Spot(area.x(), area.y()));
        double scale = viewport.scale();
        Area at = new Area(corner.x(), corner.y(), area.width() * scale, area.height() * scale);
        editor.open(at, text, lines, keep);
    }
}
