package dev.latentloom.views.graph.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.RunJson;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class EditHistoryTest {
    @Test
    void thousandRandomSequencesComeBackByteForByte() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            EditHistory history = new EditHistory(Teams.sequential());
            String start = files(history.current());
            List<Draft> path = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                history.apply(new RandomEdits(random).next(history.current()));
                assertConsistent(history.current(), seed);
            }
            String end = files(history.current());
            while (history.undoable().isPresent()) {
                path.add(history.current());
                history.undo();
            }
            assertEquals(start, files(history.current()), "undone, seed " + seed);
            for (Draft after : path.reversed()) {
                history.redo();
                assertEquals(after, history.current(), "redone, seed " + seed);
            }
            assertEquals(end, files(history.current()));
            assertTrue(history.redoable().isEmpty());
        }
    }

    /** The graph's file and the layout's, as a project keeps them. */
    private static String files(Draft draft) {
        return RunJson.line(StoredDraft.file(draft.document()))
                + "\n"
                + RunJson.line(StoredDraft.layout(draft.layout()));
    }

    private static void assertConsistent(Draft draft, int seed) {
        GraphDocument document = draft.document();
        Set<String> nodes = new HashSet<>(document.nodes());
        assertEquals(nodes.size(), document.nodes().size(), "ids are unique, seed " + seed);
        assertEquals(nodes, draft.layout().spots().keySet(), "all are placed, seed " + seed);
        Set<String> slots = new HashSet<>();
        for (Edge edge : document.graph().edges()) {
            Agent to = document.graph().agent(edge.to()).orElseThrow();
            assertTrue(document.graph().agent(edge.from()).isPresent());
            assertTrue(PromptSlots.of(to.prompt()).contains(edge.slot()), "seed " + seed);
            assertTrue(slots.add(edge.to() + " " + edge.slot()), "one wire a slot, seed " + seed);
        }
        document.groups().forEach(group -> assertTrue(nodes.containsAll(group.members())));
        assertTrue(nodes.containsAll(document.muted()));
    }

    @Test
    void typingIsOneStepUntilSealed() {
        EditHistory history = new EditHistory(Teams.sequential());
        history.apply(NoteEdits.question("Why"));
        history.apply(NoteEdits.question("Why is"));
        history.seal();
        history.apply(NoteEdits.question("Why is the"));
        history.undo();
        assertEquals("Why is", question(history));
        history.undo();
        assertEquals("", question(history));
    }

    @Test
    void draggingBackToTheStartLeavesNoStep() {
        EditHistory history = new EditHistory(Teams.sequential());
        history.apply(LayoutEdits.move(List.of("critic"), 10, 0, "drag"));
        history.apply(LayoutEdits.move(List.of("critic"), -10, 0, "drag"));
        assertTrue(history.undoable().isEmpty());
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        EditHistory history = new EditHistory(Teams.sequential());
        history.apply(EdgeEdits.rounds(2));
        history.undo();
        history.apply(NoteEdits.question("x"));
        assertTrue(history.redoable().isEmpty());
    }

    private static String question(EditHistory history) {
        QuestionSource source = history.current().document().question();
        return source == null ? "none" : source.text();
    }
}
