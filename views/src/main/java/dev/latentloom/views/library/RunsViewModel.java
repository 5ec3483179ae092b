package dev.latentloom.views.library;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunArchive;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.run.RunProject;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kept runs of the open project: which there are, and what can be done with the chosen ones.
 */
public final class RunsViewModel {
    /** Place of the runs among the tabs of the Library. */
    public static final int TAB = 1;

    private final RunOpener opener;
    private final RunList list;
    private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();
    private final FilteredList<KeptRun> shown = new FilteredList<>(runs);
    private final ObservableList<KeptRun> chosen = FXCollections.observableArrayList();
    private final RunFilter filter = new RunFilter();
    private final IntegerProperty tab = new SimpleIntegerProperty(this, "tab", 0);
    private final ReadOnlyIntegerWrapper asked = new ReadOnlyIntegerWrapper(this, "asked");
    private final NoteViewModel note;
    private final TrashViewModel trash;
    private final ComparisonViewModel comparison;
    private final BooleanBinding replayable;
    private final BooleanBinding itemised;
    private final BooleanBinding deletable;
    private final BooleanBinding comparable;
    private final BooleanBinding lastReplayable;
    private boolean updating;

    /**
     * @param project the open project
     * @param archives the kept runs of a project's folder
     * @param files reads and writes them, one after the other
     */
    public RunsViewModel(
            ReadOnlyObjectProperty<@Nullable RunProject> project,
            Function<Path, RunArchive> archives,
            RunOpener opener,
            Background files) {
        this.opener = opener;
        list = new RunList(archives, files, this::show, opener::failed);
        note = new NoteViewModel(files, list::note, opener::failed);
        trash = new TrashViewModel(files, list::refresh, opener::failed);
        comparison = new ComparisonViewModel(files);
        shown.predicateProperty().bind(filter.predicate());
        replayable = oneThat(KeptRun::replayable);
        itemised = oneThat(run -> run.replayable() && run.items() != null);
        deletable =
                Bindings.createBooleanBinding(
                        () ->
                                !chosen.isEmpty()
                                        && chosen.stream()
                                                .noneMatch(run -> run.state() == RunState.RUNNING),
                        chosen);
        comparable =
                Bindings.createBooleanBinding(
                        () ->
                                chosen.size() == 2
                                        && chosen.stream().allMatch(run -> run.about().isObject()),
                        chosen);
        lastReplayable =
                Bindings.createBooleanBinding(
                        () -> last().isPresent() && !opener.busyProperty().get(),
                        runs,
                        opener.busyProperty());
        project.subscribe(now -> open(now == null ? null : now.folder()));
    }

    private BooleanBinding oneThat(Function<KeptRun, Boolean> can) {
        return Bindings.createBooleanBinding(
                () ->
                        chosen.size() == 1
                                && can.apply(chosen.getFirst())
                                && !opener.busyProperty().get(),
                chosen,
                opener.busyProperty());
    }

    private void open(@Nullable Path folder) {
        if (list.isOther(folder)) {
            leave();
            filter.clear();
            list.open(folder);
        } // else it was only read again
    }

    /**
     * Keeps what is being written, removes for good what was deleted, and lists no run any more.
     */
    public void close() {
        open(null);
    }

    private void leave() {
        comparison.close();
        note.keep();
        trash.forget();
        list.empty();
    }

    /** Reads the project's runs again. */
    public void refresh() {
        list.refresh();
    }

    /** Shows what was read; runs that are still there stay chosen. */
    private void show(List<KeptRun> found) {
        List<Path> before = chosen.stream().map(KeptRun::folder).toList();
        updating = true;
        runs.setAll(found);
        filter.offer(found);
        updating = false;
        take(found.stream().filter(run -> before.contains(run.folder())).toList());
    }

    private void take(List<KeptRun> some) {
        chosen.setAll(some);
        note.show(some.size() == 1 ? some.getFirst() : null);
    }

    /** Chooses runs of the list. */
    public void choose(List<KeptRun> some) {
        if (!updating && !some.equals(chosen)) {
            take(some);
        }
    }

    /** Plays the chosen run again. */
    public void replay() {
        if (replayable.get()) {
            opener.replay(chosen.getFirst());
        }
    }

    /** Plays the newest run again that can be played. */
    public void replayLast() {
        if (lastReplayable.get()) {
            last().ifPresent(opener::replay);
        }
    }

    private Optional<KeptRun> last() {
        return runs.stream()
                .filter(KeptRun::replayable)
                .filter(run -> run.state() != RunState.RUNNING)
                .findFirst();
    }

    /** Lets people choose a run to be played again; the newest is proposed. */
    public void askForReplay() {
        if (chosen.stream().noneMatch(KeptRun::replayable)) {
            last().ifPresent(run -> choose(List.of(run)));
        }
        tab.set(TAB);
        asked.set(asked.get() + 1);
    }

    /** Shows the answered items of the chosen run. */
    public void openItems() {
        if (itemised.get()) {
            opener.items(chosen.getFirst());
        }
    }

    /** Compares the two chosen runs, the earlier one first. */
    public void compare() {
        if (comparable.get()) {
            boolean inOrder = chosen.getFirst().id().compareTo(chosen.getLast().id()) <= 0;
            comparison.open(
                    inOrder ? chosen.getFirst() : chosen.getLast(),
                    inOrder ? chosen.getLast() : chosen.getFirst());
        }
    }

    /** Deletes the chosen runs; they can be brought back until the project closes. */
    public void delete() {
        RunArchive open = list.archive();
        if (open != null && deletable.get()) {
            note.keep();
            trash.delete(open, List.copyOf(chosen));
        }
    }

    /** Brings back what was deleted last. */
    public void undo() {
        RunArchive open = list.archive();
        if (open != null) {
            trash.undo(open);
        }
    }

    /** Goes where runs are made. */
    public void toRun() {
        opener.toRun();
    }

    /** Every run, newest first. */
    public ObservableList<KeptRun> runs() {
        return runs;
    }

    /** Runs that pass the filter. */
    public ObservableList<KeptRun> shown() {
        return shown;
    }

    public RunFilter filter() {
        return filter;
    }

    /** The chosen runs. */
    public ObservableList<KeptRun> chosen() {
        return chosen;
    }

    /** Notes and tags of the chosen run, where it is one. */
    public NoteViewModel note() {
        return note;
    }

    /** What was deleted. */
    public TrashViewModel trash() {
        return trash;
    }

    /** Two runs beside each other. */
    public ComparisonViewModel comparison() {
        return comparison;
    }

    /** Place of the open tab of the Library. */
    public IntegerProperty tabProperty() {
        return tab;
    }

    /** Counts how often people wanted to choose a run to be played again. */
    public ReadOnlyIntegerProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Whether the chosen run can be played again now. */
    public BooleanBinding replayableProperty() {
        return replayable;
    }

    /** Whether some run can be played again now. */
    public BooleanBinding lastReplayableProperty() {
        return lastReplayable;
    }

    /** Whether the chosen run has answered items. */
    public BooleanBinding itemisedProperty() {
        return itemised;
    }

    /** Whether the chosen runs can be deleted. */
    public BooleanBinding deletableProperty() {
        return deletable;
    }

    /** Whether two runs are chosen that can be compared. */
    public BooleanBinding comparableProperty() {
        return comparable;
    }
}
