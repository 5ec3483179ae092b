package dev.latentloom.views.library;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunArchive;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Runs that were deleted and can be brought back until the project closes, the last ones first. */
public final class TrashViewModel {
    private final Background files;
    private final Runnable changed;
    private final Consumer<WorkbenchException> failed;
    private final Deque<List<RunArchive.Trashed>> thrown = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    /**
     * @param files moves them, one after the other
     * @param changed is told when runs have gone or come back
     */
    TrashViewModel(Background files, Runnable changed, Consumer<WorkbenchException> failed) {
        this.files = files;
        this.changed = changed;
        this.failed = failed;
    }

    /** Deletes runs, for now. */
    void delete(RunArchive archive, List<KeptRun> runs) {
        List<RunArchive.Trashed> done = new ArrayList<>();
        files.run(
                () -> {
                    for (KeptRun run : runs) {
                        done.add(archive.throwAway(run.folder()));
                    }
                    return done;
                },
                all -> remember(done),
                reason -> {
                    remember(done); // those before the one that did not move
                    failed.accept(reason);
                });
    }

    private void remember(List<RunArchive.Trashed> done) {
        if (!done.isEmpty()) {
            thrown.push(List.copyOf(done));
            String name = String.valueOf(done.getFirst().run().getFileName());
            notice.set(Messages.text("library.run.deleted", done.size(), name));
        }
        settle();
    }

    private void settle() {
        undoable.set(!thrown.isEmpty());
        changed.run();
    }

    /** Brings back what was deleted last. */
    void undo(RunArchive archive) {
        if (thrown.isEmpty()) {
            return;
        }
        List<RunArchive.Trashed> left = new ArrayList<>(thrown.pop());
        dismiss();
        files.run(
                () -> {
                    while (!left.isEmpty()) {
                        archive.bringBack(left.getFirst());
                        left.removeFirst();
                    }
                    return left;
                },
                none -> settle(),
                reason -> {
                    thrown.push(List.copyOf(left)); // they still lie in the trash
                    settle();
                    failed.accept(reason);
                });
    }

    /** Forgets what could be brought back: it is removed for good. */
    void forget() {
        thrown.clear();
        undoable.set(false);
        dismiss();
    }

    /** Takes the notice away; what was deleted can still be brought back. */
    public void dismiss() {
        notice.set("");
    }

    /** Whether something can be brought back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** What was deleted last; empty once it is brought back or dismissed. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
