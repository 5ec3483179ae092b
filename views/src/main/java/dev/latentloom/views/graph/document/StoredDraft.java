package dev.latentloom.views.graph.document;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.project.Drawing;
import dev.latentloom.engine.project.GraphFile;
import dev.latentloom.engine.project.Layout;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.SingleGraph;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Between what is drawn and how projects keep it: the graph in one file, its layout in another. */
public final class StoredDraft {
    private StoredDraft() {}

    /**
     * A stored graph as it is drawn, with the project's rounds, steps and link set put in.
     *
     * @param layout null where none was ever saved; nodes it does not know stand in columns
     */
    public static Draft draft(GraphFile file, Project project, @Nullable Layout layout) {
        AgentGraph graph = ProjectStore.settled(file.drawn(), project);
        Drawing drawing = file.drawing();
        GraphDocument plain =
                GraphDocument.of(graph)
                        .withMuted(file.muted())
                        .withBypassed(file.bypassed())
                        .withLinks(project.links());
        GraphDocument document = drawing == null ? plain : drawn(plain, drawing);
        Map<String, Spot> spots = new HashMap<>();
        if (layout != null) {
            layout.places().forEach((id, place) -> spots.put(id, new Spot(place.x(), place.y())));
        }
        GraphLayout all = Columns.draft(graph).layout().with(spots);
        Map<String, Spot> known = new HashMap<>(all.spots());
        known.keySet().retainAll(document.nodes());
        return new Draft(document, new GraphLayout(known));
    }

    private static GraphDocument drawn(GraphDocument document, Drawing drawing) {
        String question = drawing.question();
        return document.withNotes(
                        drawing.notes().stream()
                                .map(note -> new Note(note.id(), note.text()))
                                .toList())
                .withGroups(
                        drawing.groups().stream()
                                .map(one -> new NodeGroup(one.id(), one.title(), one.members()))
                                .toList())
                .withQuestion(question == null ? null : new QuestionSource(question))
                .withAnswer(drawing.answer());
    }

    /** What the graph's file holds; moving nodes does not change it. */
    public static GraphFile file(GraphDocument document) {
        GraphDocument plain =
                GraphDocument.of(document.graph())
                        .withMuted(document.muted())
                        .withBypassed(document.bypassed())
                        .withLinks(document.links()); // the project names them, not the graph
        return GraphFile.of(
                document.graph(),
                document.muted(),
                document.bypassed(),
                document.equals(plain) ? null : drawing(document));
    }

    private static Drawing drawing(GraphDocument document) {
        List<Drawing.Note> notes =
                document.notes().stream()
                        .map(note -> new Drawing.Note(note.id(), note.text()))
                        .toList();
        List<Drawing.Group> groups =
                document.groups().stream()
                        .map(one -> new Drawing.Group(one.id(), one.title(), one.members()))
                        .toList();
        QuestionSource question = document.question();
        return new Drawing(
                notes, groups, question == null ? null : question.text(), document.answer());
    }

    /** What is drawn, as one file. */
    public static SingleGraph single(Draft draft) {
        return new SingleGraph(file(draft.document()), layout(draft.layout()));
    }

    /** The team and the notes of one file, to be added to a drawing. */
    public static Clip clip(SingleGraph single) {
        Project project = Project.of(single.graph().name(), single.graph().name());
        Draft draft = draft(single.graph(), project, single.layout());
        Map<String, Spot> spots = new HashMap<>(draft.layout().spots());
        spots.remove(GraphDocument.QUESTION);
        spots.remove(GraphDocument.ANSWER);
        GraphDocument document = draft.document();
        return new Clip(document.graph(), document.notes(), new GraphLayout(spots));
    }

    /** What the layout's file holds. */
    public static Layout layout(GraphLayout layout) {
        Map<String, Layout.Place> places = new HashMap<>();
        layout.spots().forEach((id, spot) -> places.put(id, new Layout.Place(spot.x(), spot.y())));
        return new Layout(places);
    }
}
