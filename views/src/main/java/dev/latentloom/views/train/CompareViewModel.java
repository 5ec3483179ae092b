package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.stats.PairedItems;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.run.NumberChoice;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.text.Figures;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Two link sets on the same test items. */
public final class CompareViewModel {
    private static final int MOST_ITEMS = 1_000_000;

    private final Jobs jobs;
    private final ReadOnlyObjectProperty<@Nullable RunProject> project;
    private final ObservableList<String> sets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> first =
            new SimpleObjectProperty<>(this, "first");
    private final ObjectProperty<@Nullable String> second =
            new SimpleObjectProperty<>(this, "second");
    private final NumberChoice limit = NumberChoice.whole(1, MOST_ITEMS);
    private final ObservableList<ComparedSet> results = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final List<JobEntry> entries = new ArrayList<>();
    private final BooleanBinding startable;

    CompareViewModel(Jobs jobs, ReadOnlyObjectProperty<@Nullable RunProject> project) {
        this.jobs = jobs;
        this.project = project;
        limit.textProperty().set("200");
        startable =
                project.isNotNull()
                        .and(first.isNotNull())
                        .and(second.isNotNull())
                        .and(first.isNotEqualTo(second))
                        .and(limit.validProperty())
                        .and(running.not());
    }

    /** Offers these sets; what is chosen stays where it is among them. */
    void offer(List<String> names, @Nullable String wanted) {
        String one = wanted != null && names.contains(wanted) ? wanted : first.get();
        String other = second.get();
        sets.setAll(names);
        first.set(one != null && names.contains(one) ? one : null);
        second.set(other != null && names.contains(other) ? other : null);
    }

    /** Answers the items with the one set, then with the other. */
    public void start() {
        RunProject opened = project.get();
        String one = first.get();
        String other = second.get();
        if (opened == null || one == null || other == null || !startable.get()) {
            return;
        }
        entries.clear();
        verdict.set("");
        results.setAll(new ComparedSet(one), new ComparedSet(other));
        running.set(true);
        List.copyOf(results).forEach(set -> submit(opened, set));
        settle();
    }

    private void submit(RunProject opened, ComparedSet set) {
        RunSettings settings = RunSettings.of(RunMode.LATENT, set.name(), 0);
        RunSpec spec =
                new RunSpec.Evaluate(
                        opened.folder(), opened.graph().name(), null, limit.integer(), settings);
        String title = Messages.text("train.compare.job", opened.name(), set.name());
        entries.add(
                jobs.submit(
                        title,
                        spec,
                        events -> {
                            set.fold(events);
                            settle();
                        }));
    }

    private void settle() {
        running.set(entries.stream().anyMatch(entry -> !entry.stateProperty().get().over()));
        PairedItems items = PairedItems.of(results.getFirst().right(), results.getLast().right());
        if (items.both() > 0) {
            verdict.set(
                    Messages.text(
                            "train.compare.paired",
                            Figures.count(items.both()),
                            Figures.count(items.firstOnly()),
                            Figures.count(items.secondOnly()),
                            Figures.probability(items.pValue())));
        }
    }

    /** Asks it to stop; items answered so far stay. */
    public void stop() {
        entries.forEach(JobEntry::stop);
    }

    /** Every link set that can be chosen. */
    public ObservableList<String> sets() {
        return sets;
    }

    public ObjectProperty<@Nullable String> firstProperty() {
        return first;
    }

    public ObjectProperty<@Nullable String> secondProperty() {
        return second;
    }

    /** At most so many items. */
    public NumberChoice limit() {
        return limit;
    }

    /** Both sets of the last comparison. */
    public ObservableList<ComparedSet> results() {
        return results;
    }

    /** On how many items they differ, and whether that can be chance; empty before. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether it may start now. */
    public BooleanBinding startableProperty() {
        return startable;
    }
}
