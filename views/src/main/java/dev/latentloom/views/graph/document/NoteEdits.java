package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.FreshId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Edits of what explains a drawing: notes, groups, the question, and the answer's node. */
public final class NoteEdits {
    private static final double BESIDE = 210;

    private NoteEdits() {}

    /** Adds an empty note. */
    public static Edit add(String text, Spot spot) {
        return Edit.of(
                draft -> {
                    String id = FreshId.of("note", draft.document().ids());
                    List<Note> notes = new ArrayList<>(draft.document().notes());
                    notes.add(new Note(id, text));
                    return new Draft(
                            draft.document().withNotes(notes), draft.layout().with(id, spot));
                },
                "graph.edit.addNote");
    }

    /** Rewrites a note. */
    public static Edit write(String id, String text) {
        return Edit.of(
                        draft ->
                                draft.edit(
                                        document ->
                                                document.withNotes(
                                                        document.notes().stream()
                                                                .map(
                                                                        note ->
                                                                                note.id().equals(id)
                                                                                        ? new Note(
                                                                                                id,
                                                                                                text)
                                                                                        : note)
                                                                .toList())),
                        "graph.edit.note")
                .merging("note:" + id);
    }

    /** Frames nodes together; they leave the groups they were in. */
    public static Edit group(Collection<String> ids, String title) {
        return Edit.of(
                draft -> {
                    GraphDocument document = draft.document();
                    Set<String> members = new LinkedHashSet<>(document.nodes());
                    members.retainAll(ids);
                    if (members.isEmpty()) {
                        return draft;
                    }
                    List<NodeGroup> groups = leave(document.groups(), members);
                    String id = FreshId.of("group", document.ids());
                    groups.add(new NodeGroup(id, title, List.copyOf(members)));
                    return draft.edit(old -> old.withGroups(groups));
                },
                "graph.edit.group",
                ids.size());
    }

    /** Takes away the frames of these groups, and of the groups that these nodes are in. */
    public static Edit ungroup(Collection<String> ids) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withGroups(
                                                document.groups().stream()
                                                        .filter(group -> !meant(group, ids))
                                                        .toList())),
                "graph.edit.ungroup");
    }

    private static boolean meant(NodeGroup group, Collection<String> ids) {
        return ids.contains(group.id()) || group.members().stream().anyMatch(ids::contains);
    }

    private static List<NodeGroup> leave(List<NodeGroup> groups, Set<String> members) {
        List<NodeGroup> left = new ArrayList<>();
        for (NodeGroup group : groups) {
            List<String> rest =
                    group.members().stream().filter(id -> !members.contains(id)).toList();
            if (!rest.isEmpty()) {
                left.add(new NodeGroup(group.id(), group.title(), rest));
            }
        }
        return left;
    }

    /** Gives a group another title. */
    public static Edit title(String id, String title) {
        return Edit.of(
                draft ->
                        draft.edit(
                                document ->
                                        document.withGroups(
                                                document.groups().stream()
                                                        .map(
                                                                group ->
                                                                        group.id().equals(id)
                                                                                ? new NodeGroup(
                                                                                        id,
                                                                                        title,
                                                                                        group
                                                                                                .members())
                                                                                : group)
                                                        .toList())),
                "graph.edit.title",
                title);
    }

    /** Writes the question, and draws its source at the left of all else if there was none. */
    public static Edit question(String text) {
        return Edit.of(
                        draft -> {
                            GraphDocument asked =
                                    draft.document().withQuestion(new QuestionSource(text));
                            GraphLayout layout = draft.layout();
                            return new Draft(
                                    asked,
                                    draft.document().question() == null
                                            ? layout.with(GraphDocument.QUESTION, beside(layout))
                                            : layout);
                        },
                        "graph.edit.question")
                .merging("question");
    }

    private static Spot beside(GraphLayout layout) {
        double left = 0;
        double top = 0;
        for (Spot spot : layout.spots().values()) {
            left = Math.min(left, spot.x());
            top = Math.min(top, spot.y());
        }
        return new Spot(left - BESIDE, top).snapped();
    }

    /** Draws the question source somewhere; its text stays if it was drawn already. */
    public static Edit placeQuestion(Spot spot) {
        return Edit.of(
                draft -> {
                    QuestionSource old = draft.document().question();
                    QuestionSource kept = old == null ? new QuestionSource("") : old;
                    return new Draft(
                            draft.document().withQuestion(kept),
                            draft.layout().with(GraphDocument.QUESTION, spot));
                },
                "graph.edit.placeQuestion");
    }

    /** Draws the answer somewhere. */
    public static Edit placeAnswer(Spot spot) {
        return Edit.of(
                draft ->
                        new Draft(
                                draft.document().withAnswer(true),
                                draft.layout().with(GraphDocument.ANSWER, spot)),
                "graph.edit.placeAnswer");
    }
}
