package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.Agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes nodes and wires out of a draft, and everything that hangs on them. */
public final class Removal {
    private Removal() {}

    /** Removes agents, edges, notes, groups (not their members), question, answer, by id. */
    public static Edit of(Collection<String> ids) {
        Set<String> gone = Set.copyOf(ids);
        return Edit.of(draft -> without(draft, gone), "graph.edit.remove", gone.size());
    }

    private static Draft without(Draft draft, Set<String> gone) {
        GraphDocument document = draft.document();
        for (String id : gone) {
            document = wire(document, id);
        }
        document = agents(document, gone);
        document =
                document.withNotes(
                        document.notes().stream()
                                .filter(note -> !gone.contains(note.id()))
                                .toList());
        if (gone.contains(GraphDocument.QUESTION)) {
            document = document.withQuestion(null);
        }
        if (gone.contains(GraphDocument.ANSWER)) {
            document = document.withAnswer(false);
        }
        document = document.withGroups(groups(document, gone));
        return new Draft(document, draft.layout().without(gone));
    }

    /** Wires that are no edges: what the question reaches, and who answers. */
    private static GraphDocument wire(GraphDocument document, String id) {
        String asked = Wire.askedBy(id);
        if (asked != null) {
            return document.withAgent(
                    asked, agent -> agent.withPrompt(PromptSlots.silent(agent.prompt())));
        }
        return id.equals(Wire.ANSWERING) ? document.withAnswering("") : document;
    }

    private static GraphDocument agents(GraphDocument document, Set<String> gone) {
        List<Agent> agents = new ArrayList<>(document.graph().agents());
        agents.removeIf(agent -> gone.contains(agent.id()));
        GraphDocument left =
                document.withAgents(agents)
                        .withEdges(
                                document.graph().edges().stream()
                                        .filter(
                                                edge ->
                                                        !gone.contains(edge.id())
                                                                && !gone.contains(edge.from())
                                                                && !gone.contains(edge.to()))
                                        .toList())
                        .withMuted(kept(document.muted(), gone))
                        .withBypassed(kept(document.bypassed(), gone));
        return gone.contains(document.graph().answering()) ? left.withAnswering("") : left;
    }

    private static List<NodeGroup> groups(GraphDocument document, Set<String> gone) {
        return document.groups().stream()
                .filter(group -> !gone.contains(group.id()))
                .map(group -> new NodeGroup(group.id(), group.title(), kept(group.members(), gone)))
                .filter(group -> !group.members().isEmpty())
                .toList();
    }

    private static List<String> kept(List<String> ids, Set<String> gone) {
        return ids.stream().filter(id -> !gone.contains(id)).toList();
    }
}
