package dev.latentloom.views.library;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunDiff;
import dev.latentloom.engine.project.RunItems;
import dev.latentloom.engine.project.RunSetting;
import dev.latentloom.engine.stats.PairedItems;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** Two kept runs beside each other: what they were set to, and how they did on the same items. */
public final class ComparisonViewModel {
    private final Background files;
    private final ObservableList<RunDiff> lines = FXCollections.observableArrayList();
    private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private List<RunDiff> all = List.of();
    private @Nullable KeptRun first;
    private @Nullable KeptRun second;

    /**
     * @param files reads the runs' items
     */
    ComparisonViewModel(Background files) {
        this.files = files;
        whole.subscribe(this::fill);
    }

    /** Compares a run with a later one. */
    void open(KeptRun before, KeptRun after) {
        first = before;
        second = after;
        all = RunDiff.of(before.about(), after.about());
        whole.set(false);
        fill();
        long differ = all.stream().filter(ComparisonViewModel::tells).count();
        count.set(Messages.text("library.compare.count", differ, Figures.count(all.size())));
        verdict.set("");
        open.set(true);
        files.run(
                () ->
                        PairedItems.of(
                                RunItems.right(before.folder()), RunItems.right(after.folder())),
                pairs -> show(after, pairs),
                reason -> fail(after, reason));
    }

    private void fill() {
        lines.setAll(all.stream().filter(line -> whole.get() || tells(line)).toList());
    }

    /** Files that one of the runs alone has read follow from its settings, which differ too. */
    private static boolean tells(RunDiff line) {
        boolean alone = line.first() == null || line.second() == null;
        return line.differs() && !(alone && line.part() == RunSetting.Part.FILES);
    }

    private void show(KeptRun of, PairedItems pairs) {
        if (of.equals(second)) {
            verdict.set(pairs.both() == 0 ? Messages.text("library.compare.apart") : words(pairs));
        }
    }

    private static String words(PairedItems pairs) {
        return Messages.text(
                "library.compare.paired",
                Figures.count(pairs.both()),
                Figures.count(pairs.firstOnly()),
                Figures.count(pairs.secondOnly()),
                Figures.probability(pairs.pValue()));
    }

    private void fail(KeptRun of, WorkbenchException reason) {
        if (of.equals(second)) {
            verdict.set(Messages.text(reason.key(), reason.arguments()));
        }
    }

    /** Shows the list of runs again. */
    public void close() {
        open.set(false);
    }

    /** Whether two runs are shown beside each other. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The earlier of the runs; only while they are shown. */
    public KeptRun first() {
        return Objects.requireNonNull(first);
    }

    /** The later of the runs; only while they are shown. */
    public KeptRun second() {
        return Objects.requireNonNull(second);
    }

    /** Settings in which they differ, or all of them. */
    public ObservableList<RunDiff> lines() {
        return lines;
    }

    /** Whether settings in which they do not differ are shown too. */
    public BooleanProperty wholeProperty() {
        return whole;
    }

    /** In how many of their settings they differ. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** How they did on the items both answered; empty before that is known. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }
}
