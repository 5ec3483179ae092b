package dev.latentloom.views.graph.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Undo and redo without limit. Drafts are immutable and share what an edit left alone, so a
 * remembered step costs little more than its change.
 */
public final class EditHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Draft current;
    private boolean sealed;

    private record Step(Edit edit, Draft before, Draft after) {}

    public EditHistory(Draft start) {
        current = start;
    }

    public Draft current() {
        return current;
    }

    /** Makes an edit and forgets what was undone; an edit that changes nothing leaves no trace. */
    public void apply(Edit edit) {
        Draft after = edit.change().apply(current);
        if (after.equals(current)) {
            return;
        }
        Step last = done.peek();
        boolean merges =
                last != null
                        && !sealed
                        && !edit.merge().isEmpty()
                        && edit.merge().equals(last.edit().merge());
        Draft before = merges && last != null ? last.before() : current;
        if (merges) {
            done.pop();
        }
        if (!after.equals(before)) {
            done.push(new Step(edit, before, after));
        }
        undone.clear();
        sealed = false;
        current = after;
    }

    /** Ends a row of merging edits: the next one is a step of its own. */
    public void seal() {
        sealed = true;
    }

    /** Takes the last step back; does nothing where there is none. */
    public void undo() {
        if (!done.isEmpty()) {
            Step step = done.pop();
            undone.push(step);
            current = step.before();
            sealed = true;
        }
    }

    /** Makes the step undone last again; does nothing where there is none. */
    public void redo() {
        if (!undone.isEmpty()) {
            Step step = undone.pop();
            done.push(step);
            current = step.after();
            sealed = true;
        }
    }

    /** The edit that {@link #undo} would take back. */
    public Optional<Edit> undoable() {
        return Optional.ofNullable(done.peek()).map(Step::edit);
    }

    /** The edit that {@link #redo} would make again. */
    public Optional<Edit> redoable() {
        return Optional.ofNullable(undone.peek()).map(Step::edit);
    }
}
