package dev.latentloom.views.graph;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.views.graph.document.AgentEdits;
import dev.latentloom.views.graph.document.Clip;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.LayoutEdits;
import dev.latentloom.views.graph.document.NodeGroup;
import dev.latentloom.views.graph.document.NoteEdits;
import dev.latentloom.views.graph.document.Removal;
import dev.latentloom.views.graph.document.Spot;
import dev.latentloom.views.graph.document.Wire;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done to the things that are selected. */
public final class Selection {
    private static final double DUPLICATE_SHIFT = 30;

    private final BuildViewModel model;
    private @Nullable Clip copied;

    public Selection(BuildViewModel model) {
        this.model = model;
    }

    /** Ids of everything that can be selected. */
    static Set<String> all(Draft draft) {
        Set<String> ids = new HashSet<>(draft.document().nodes());
        draft.document().groups().forEach(group -> ids.add(group.id()));
        Wire.of(draft.document()).forEach(wire -> ids.add(wire.id()));
        return ids;
    }

    /** Selected nodes, those of selected groups included, in the order of the document. */
    public List<String> nodes() {
        GraphDocument document = model.draft().document();
        Set<String> ids = new LinkedHashSet<>(model.selection());
        for (NodeGroup group : document.groups()) {
            if (ids.contains(group.id())) {
                ids.addAll(group.members());
            }
        }
        return document.nodes().stream().filter(ids::contains).toList();
    }

    /** Selected agents, in the order of their turns. */
    public List<Agent> agents() {
        List<String> nodes = nodes();
        List<Agent> agents = new ArrayList<>(model.draft().document().graph().agents());
        agents.removeIf(agent -> !nodes.contains(agent.id()));
        return agents;
    }

    /** Selects every node. */
    public void selectAll() {
        model.select(model.draft().document().nodes());
    }

    /** Removes what is selected; a group goes without its members. */
    public void remove() {
        if (!model.selection().isEmpty()) {
            model.apply(Removal.of(model.selection()));
        }
    }

    /** Keeps a copy of the selected agents and notes for pasting. */
    public void copy() {
        Clip clip = Clip.of(model.draft(), nodes());
        if (!clip.isEmpty()) {
            copied = clip;
        }
    }

    /** Pastes what was copied last; does nothing while nothing was. */
    public void paste(Spot at) {
        if (copied != null) {
            model.add(copied.paste(at, "graph.edit.paste"));
        }
    }

    /** Copies the selected agents and notes beside themselves. */
    public void duplicate() {
        Clip clip = Clip.of(model.draft(), nodes());
        if (!clip.isEmpty()) {
            double left = Double.POSITIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            for (Spot spot : clip.layout().spots().values()) {
                left = Math.min(left, spot.x());
                top = Math.min(top, spot.y());
            }
            Spot at = new Spot(left, top).plus(DUPLICATE_SHIFT, DUPLICATE_SHIFT);
            model.add(clip.paste(at, "graph.edit.duplicate"));
        }
    }

    /** Frames the selected nodes. */
    public void group(String title) {
        if (!nodes().isEmpty()) {
            model.add(NoteEdits.group(nodes(), title));
        }
    }

    /** Takes away the frames of what is selected. */
    public void ungroup() {
        model.apply(NoteEdits.ungroup(model.selection()));
    }

    /** Whether anything selected is framed. */
    public boolean grouped() {
        Set<String> ids = model.selection();
        return model.draft().document().groups().stream()
                .anyMatch(
                        group ->
                                ids.contains(group.id())
                                        || group.members().stream().anyMatch(ids::contains));
    }

    /** Takes the selected agents out of the next runs, or back in. */
    public void mute() {
        List<String> ids = agents().stream().map(Agent::id).toList();
        if (!ids.isEmpty()) {
            model.apply(AgentEdits.mute(ids));
        }
    }

    /** Bridges the selected agents in the next runs, or takes them back in. */
    public void bypass() {
        List<String> ids = agents().stream().map(Agent::id).toList();
        if (!ids.isEmpty()) {
            model.apply(AgentEdits.bypass(ids));
        }
    }

    /** Lines the selected nodes up. */
    public void align(LayoutEdits.Side side) {
        if (nodes().size() > 1) {
            model.apply(LayoutEdits.align(nodes(), side, model.models()));
        }
    }

    /** Spreads the selected nodes evenly, beside or above one another. */
    public void spread(boolean across) {
        if (nodes().size() > 2) {
            model.apply(LayoutEdits.spread(nodes(), across));
        }
    }

    /** The only selected wire between agents, if it is the only thing selected. */
    public Optional<Edge> edge() {
        Set<String> ids = model.selection();
        return model.draft().document().graph().edges().stream()
                .filter(edge -> ids.size() == 1 && ids.contains(edge.id()))
                .findFirst();
    }

    /** Moves the selected nodes; moves in a row are one step back. */
    public void nudge(double dx, double dy) {
        if (!nodes().isEmpty()) {
            model.apply(LayoutEdits.move(nodes(), dx, dy, "nudge"));
        }
    }
}
