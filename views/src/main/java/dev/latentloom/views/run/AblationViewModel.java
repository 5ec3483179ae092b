package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.Jobs;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Accuracy over latent steps m and rounds n, cell by cell, with the settings of Run. */
public final class AblationViewModel {
    private static final int MOST_STEPS = 512;
    private static final int MOST_ROUNDS = 64;
    private static final int MOST_SEEDS = 100;
    private static final int MOST_ITEMS = 1_000_000;

    private final Jobs jobs;
    private final ReadOnlyObjectProperty<@Nullable RunProject> project;
    private final RunChoices choices;
    private final DataViewModel data;
    private final NumbersChoice steps = new NumbersChoice(0, MOST_STEPS, "0,1,2,3,4,5,6,8");
    private final NumbersChoice rounds = new NumbersChoice(1, MOST_ROUNDS, "1,2,3");
    private final NumberChoice seeds = NumberChoice.whole(1, MOST_SEEDS);
    private final NumberChoice limit = NumberChoice.whole(1, MOST_ITEMS);
    private final ObservableList<RunEvent.Cell> cells = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final BooleanBinding startable;
    private final Background background;
    private @Nullable JobEntry entry;
    private String asked = "";

    /**
     * Takes project and settings from the question bar beside it.
     *
     * @param data the questions
     * @param background writes files
     */
    public AblationViewModel(
            Jobs jobs, RunViewModel run, DataViewModel data, Background background) {
        this.jobs = jobs;
        this.data = data;
        this.background = background;
        this.project = run.projectProperty();
        this.choices = run.choices();
        limit.textProperty().set("200");
        startable =
                project.isNotNull()
                        .and(running.not())
                        .and(choices.validProperty())
                        .and(data.usableProperty())
                        .and(steps.validProperty())
                        .and(rounds.validProperty())
                        .and(seeds.validProperty())
                        .and(limit.validProperty());
        project.addListener((property, before, now) -> clear());
    }

    private void clear() {
        stop();
        cells.clear();
        problem.set("");
        notice.set("");
        fraction.set(0);
    }

    /** Measures every cell; does nothing while it still does. */
    public void start() {
        RunProject opened = project.get();
        if (opened == null || !startable.get()) {
            return;
        }
        clear();
        entry = null;
        asked = dataNow();
        running.set(true);
        Integer wanted = seeds.integer();
        RunSpec spec =
                new RunSpec.Ablate(
                        opened.folder(),
                        opened.graph().name(),
                        steps.numbers(),
                        rounds.numbers(),
                        wanted == null ? 1 : wanted,
                        data.fileProperty().get(),
                        data.fields(),
                        limit.integer(),
                        choices.settings(RunMode.LATENT));
        entry =
                jobs.submit(
                        Messages.text("run.ablation.job", opened.name()),
                        spec,
                        events -> {
                            events.forEach(this::fold);
                            settle();
                        });
        settle();
    }

    private void fold(RunEvent event) {
        switch (event) {
            case RunEvent.Cell cell -> cells.add(cell);
            case RunEvent.Progress progress ->
                    fraction.set((double) progress.done() / Math.max(1, progress.total()));
            case RunEvent.Warning told -> notice.set(Messages.text(told.key(), told.arguments()));
            case RunEvent.Stage told -> notice.set(Messages.text(told.key(), told.arguments()));
            case RunEvent.Failed failed ->
                    problem.set(Messages.text(failed.key(), failed.arguments()));
            default -> {} // the rest is in the run's folder
        }
    }

    private void settle() {
        JobEntry submitted = entry;
        running.set(submitted == null || !submitted.stateProperty().get().over());
    }

    /** Asks it to stop; cells measured so far stay. */
    public void stop() {
        if (entry != null) {
            entry.stop();
        }
    }

    /** For each number of rounds, accuracy over m in the order of m. */
    public Map<Integer, List<AblationPoint>> curves() {
        Map<Integer, Map<Integer, List<RunEvent.Cell>>> byPlace =
                cells.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RunEvent.Cell::rounds,
                                        TreeMap::new,
                                        Collectors.groupingBy(RunEvent.Cell::steps)));
        Map<Integer, List<AblationPoint>> curves = new TreeMap<>();
        byPlace.forEach(
                (n, byStep) ->
                        curves.put(
                                n,
                                byStep.values().stream()
                                        .map(AblationPoint::of)
                                        .sorted(Comparator.comparingInt(AblationPoint::steps))
                                        .toList()));
        return curves;
    }

    /** Every cell as a table of comma-separated values, accuracies as fractions. */
    public String csv() {
        StringBuilder csv = new StringBuilder("steps,rounds,seed,n,accuracy,low,high\n");
        for (RunEvent.Cell cell : cells) {
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%d,%d,%d,%s,%s,%s\n",
                            cell.steps(),
                            cell.rounds(),
                            cell.seed(),
                            cell.n(),
                            cell.accuracy(),
                            cell.low(),
                            cell.high()));
        }
        return csv.toString();
    }

    /** Writes {@link #csv} to a file. */
    public void export(Path file) {
        String csv = csv();
        background.run(
                () -> write(file, csv),
                written -> notice.set(Messages.text("run.ablation.written", written)),
                reason -> notice.set(Messages.text(reason.key(), reason.arguments())));
    }

    private static Path write(Path file, String csv) throws WorkbenchException {
        try {
            return Files.writeString(file, csv);
        } catch (IOException e) {
            throw new WorkbenchException(
                    e, "run.ablation.unwritable", file, String.valueOf(e.getMessage()));
        }
    }

    /** The questions that are asked. */
    public DataViewModel data() {
        return data;
    }

    /** Name of the data that would be asked now. */
    public String dataNow() {
        Path file = data.fileProperty().get();
        return file == null ? Messages.text("run.data.test") : String.valueOf(file.getFileName());
    }

    /** Name of the data the cells were measured on. */
    public String asked() {
        return asked;
    }

    /** Latent steps m that are measured. */
    public NumbersChoice steps() {
        return steps;
    }

    /** Rounds n that are measured. */
    public NumbersChoice rounds() {
        return rounds;
    }

    /** How many seeds; empty means one. */
    public NumberChoice seeds() {
        return seeds;
    }

    /** At most so many items a cell. */
    public NumberChoice limit() {
        return limit;
    }

    /** Cells in the order in which they were measured. */
    public ObservableList<RunEvent.Cell> cells() {
        return cells;
    }

    /** Why it failed; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the seeds vary, as the engine told it. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Whether it may start now. */
    public BooleanBinding startableProperty() {
        return startable;
    }
}
