package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.Jobs;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A whole data set put to the team, in one mode or in two, item by item. */
public final class EvaluationViewModel {
    private final Jobs jobs;
    private final ReadOnlyObjectProperty<@Nullable RunProject> project;
    private final RunChoices choices;
    private final DataViewModel data;
    private final ItemViewModel item;
    private final ObservableList<EvaluationPass> passes = FXCollections.observableArrayList();
    private final ObservableList<ItemRow> items = FXCollections.observableArrayList();
    private final FilteredList<ItemRow> shown = new FilteredList<>(items);
    private final ObjectProperty<ItemFilter> filter =
            new SimpleObjectProperty<>(this, "filter", ItemFilter.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper(this, "kept", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final List<JobEntry> entries = new ArrayList<>();
    private final BooleanBinding startable;

    /**
     * Takes project and settings from the question bar beside it.
     *
     * @param data the questions
     * @param item shows one of the answered ones
     */
    public EvaluationViewModel(
            Jobs jobs, RunViewModel run, DataViewModel data, ItemViewModel item) {
        this.item = item;
        this.jobs = jobs;
        this.data = data;
        this.project = run.projectProperty();
        this.choices = run.choices();
        startable =
                project.isNotNull()
                        .and(running.not())
                        .and(choices.validProperty())
                        .and(data.usableProperty())
                        .and(data.limit().validProperty());
        filter.addListener((property, before, now) -> refilter());
        search.addListener((property, before, now) -> refilter());
        project.addListener((property, before, now) -> leave());
    }

    private void leave() {
        stop();
        RunProject opened = project.get();
        data.open(opened == null ? null : opened.folder());
        clear();
    }

    private void clear() {
        kept.set("");
        item.close();
        passes.clear();
        items.clear();
        entries.clear();
        fraction.set(0);
    }

    /** Answers the data set; does nothing while one is being answered. */
    public void start() {
        RunProject opened = project.get();
        if (opened == null || !startable.get()) {
            return;
        }
        clear();
        running.set(true);
        data.remember();
        for (RunMode mode : choices.kindProperty().get().modes()) {
            passes.add(new EvaluationPass(mode, items::addAll));
        }
        passes.forEach(pass -> submit(opened, pass));
        settle();
    }

    private void submit(RunProject opened, EvaluationPass pass) {
        RunSpec spec =
                new RunSpec.Evaluate(
                        opened.folder(),
                        opened.graph().name(),
                        data.fileProperty().get(),
                        data.fields(),
                        data.limit().integer(),
                        choices.settings(pass.mode()));
        String title = Messages.text("run.evaluation", opened.name(), Messages.text(pass.key()));
        entries.add(
                jobs.submit(
                        title,
                        spec,
                        events -> {
                            pass.fold(events);
                            settle();
                        }));
    }

    private void settle() {
        double done = 0;
        boolean over = true;
        for (JobEntry entry : entries) {
            boolean ended = entry.stateProperty().get().over();
            over &= ended;
            done += ended ? 1 : Math.max(0, entry.fractionProperty().get());
        }
        fraction.set(passes.isEmpty() ? 0 : done / passes.size());
        running.set(!over);
    }

    /**
     * Shows the answered items of a kept run in the place of those of the last evaluation; does
     * nothing while a data set is being answered.
     */
    public void show(Path run, RunMode mode, List<RunEvent.ItemResult> answered) {
        if (running.get()) {
            return;
        }
        clear();
        filter.set(ItemFilter.ALL);
        search.set("");
        String id = String.valueOf(run.getFileName());
        EvaluationPass pass = new EvaluationPass(mode, items::addAll);
        passes.add(pass);
        pass.fold(List.of(new RunEvent.Started(id, run.toString())));
        pass.fold(List.copyOf(answered));
        kept.set(id);
    }

    /** Asks it to stop; items answered so far stay. */
    public void stop() {
        entries.forEach(JobEntry::stop);
    }

    private void refilter() {
        ItemFilter wanted = filter.get();
        String words = search.get().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                row ->
                        wanted.lets(row)
                                && (row.item().question() + '\n' + row.item().answer())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(words));
    }

    /** Id of the kept run whose items are shown; empty where they were answered here. */
    public ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** The questions to be answered. */
    public DataViewModel data() {
        return data;
    }

    /** The item that is looked at. */
    public ItemViewModel item() {
        return item;
    }

    /** One entry for each mode. */
    public ObservableList<EvaluationPass> passes() {
        return passes;
    }

    /** Answered items that pass the filter. */
    public ObservableList<ItemRow> shown() {
        return shown;
    }

    public ObjectProperty<ItemFilter> filterProperty() {
        return filter;
    }

    /** Only items whose question or answer holds this text are shown. */
    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far all modes together are, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Whether it may start now. */
    public BooleanBinding startableProperty() {
        return startable;
    }
}
