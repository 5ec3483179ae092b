package dev.latentloom.views.library;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunNote;
import dev.latentloom.views.job.Background;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Notes and tags of one kept run, edited in place and kept in its folder. */
public final class NoteViewModel {
    private final Background files;
    private final BiConsumer<Path, RunNote> written;
    private final Consumer<WorkbenchException> failed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(this, "editable");
    private @Nullable Path folder;
    private RunNote kept = RunNote.NONE;
    private int writing; // notes on their way to the disk

    /**
     * @param files writes them, one after the other
     * @param written is told what a run's folder holds now
     * @param failed is told why it could not be written
     */
    NoteViewModel(
            Background files,
            BiConsumer<Path, RunNote> written,
            Consumer<WorkbenchException> failed) {
        this.files = files;
        this.written = written;
        this.failed = failed;
    }

    /** Shows a run's note; what was written on the one before is kept. */
    void show(@Nullable KeptRun run) {
        Path now = run == null ? null : run.folder();
        boolean same = now != null && now.equals(folder);
        if (same && (writing > 0 || !current().equals(kept))) {
            return; // what is being written here comes before what was read
        }
        keep();
        folder = now;
        kept = run == null ? RunNote.NONE : run.note();
        editable.set(run != null && run.problem() == null);
        if (!current().equals(kept)) {
            text.set(kept.text());
            tags.setAll(kept.tags());
        }
    }

    private RunNote current() {
        return RunNote.of(text.get(), tags);
    }

    /** Keeps what was written; does nothing where that is kept already. */
    public void keep() {
        Path run = folder;
        RunNote before = kept;
        RunNote now = current();
        if (run == null || !editable.get() || now.equals(before)) {
            return;
        }
        kept = now;
        writing++;
        files.run(
                () -> {
                    now.keep(run);
                    return now;
                },
                note -> {
                    writing--;
                    written.accept(run, note);
                },
                reason -> {
                    writing--;
                    if (run.equals(folder)) {
                        kept = before; // so that it is tried again
                    }
                    failed.accept(reason);
                });
    }

    /** Adds tags, several with commas between them; each counts once. */
    public void addTag(String words) {
        List<String> all = new ArrayList<>(tags);
        all.addAll(List.of(words.split(",", -1)));
        retag(all);
    }

    /** Takes a tag away. */
    public void removeTag(String tag) {
        List<String> all = new ArrayList<>(tags);
        all.remove(tag);
        retag(all);
    }

    private void retag(List<String> all) {
        tags.setAll(RunNote.of("", all).tags());
        keep();
    }

    /** Free words, not kept before {@link #keep()}. */
    public StringProperty textProperty() {
        return text;
    }

    /** Its tags, sorted. */
    public ObservableList<String> tags() {
        return tags;
    }

    /** Whether there is a run whose notes can be written. */
    public ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }
}
