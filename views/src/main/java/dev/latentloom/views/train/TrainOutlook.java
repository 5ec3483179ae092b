package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.question.Question;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.text.Figures;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of a training before it starts: its data, and what it will take. */
public final class TrainOutlook {
    private static final int PREVIEW = 3;

    private final TrainSource source;
    private final TrainChoices choices;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable DataFacts> data =
            new ReadOnlyObjectWrapper<>(this, "data");
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper(this, "preview", "");
    private final ReadOnlyStringWrapper leak = new ReadOnlyStringWrapper(this, "leak", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(this, "memory", "");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper(this, "time", "");
    private final ReadOnlyBooleanWrapper tooMuch = new ReadOnlyBooleanWrapper(this, "tooMuch");
    private long asked;

    TrainOutlook(TrainSource source, TrainChoices choices, Background background) {
        this.source = source;
        this.choices = choices;
        this.background = background;
    }

    /** Looks at the chosen data of a project. */
    void look(RunProject project) {
        long mine = ++asked;
        Path file = choices.data().fileProperty().get();
        Map<String, String> fields = choices.data().fields();
        background.run(
                () -> source.data(project, file, fields),
                facts -> {
                    if (mine == asked) {
                        show(facts);
                    }
                },
                reason -> {
                    if (mine == asked) {
                        clear();
                        problem.set(Messages.text(reason.key(), reason.arguments()));
                    }
                });
    }

    /** Shows no data. */
    void clear() {
        asked++;
        data.set(null);
        preview.set("");
        leak.set("");
        problem.set("");
    }

    private void show(DataFacts facts) {
        problem.set("");
        data.set(facts);
        preview.set(
                facts.questions().stream()
                        .limit(PREVIEW)
                        .map(TrainOutlook::line)
                        .collect(Collectors.joining("\n")));
        String key = facts.shared() == 0 ? "train.data.noLeak" : "train.data.leak";
        leak.set(
                Messages.text(
                        key,
                        Figures.count(facts.questions().size()),
                        Figures.count(facts.testItems()),
                        Figures.count(facts.shared())));
    }

    private static String line(Question question) {
        return Messages.text("train.data.item", question.text().strip(), question.answer());
    }

    /** Estimates what the training would take. */
    void estimate(RunProject project, RunSpec.Train spec) {
        background.run(
                () -> source.estimate(project, spec),
                this::show,
                reason -> memory.set(Messages.text(reason.key(), reason.arguments())));
    }

    private static String memory(TrainEstimate estimate) {
        String held =
                Messages.text(
                        "train.estimate.memory",
                        Figures.bytes(estimate.held()),
                        Figures.bytes(estimate.weights()),
                        Figures.bytes(estimate.links()));
        if (estimate.free() < 0) {
            return held;
        }
        String key = estimate.tooMuch() ? "train.estimate.tooMuch" : "train.estimate.free";
        return held + " " + Messages.text(key, Figures.bytes(estimate.free()));
    }

    private void show(TrainEstimate estimate) {
        memory.set(memory(estimate));
        tooMuch.set(estimate.tooMuch());
        Double pace = estimate.secondsPerStep();
        String run = estimate.measuredIn();
        Integer steps = choices.iterations();
        time.set(
                pace == null || run == null || steps == null
                        ? Messages.text("train.estimate.unknown")
                        : Messages.text(
                                "train.estimate.time", Figures.duration(pace * steps), run));
    }

    /** What the data looks like, null before it was read. */
    public ReadOnlyObjectProperty<@Nullable DataFacts> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** First questions. */
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Whether test items are among the data. */
    public ReadOnlyStringProperty leakProperty() {
        return leak.getReadOnlyProperty();
    }

    /** Why the data cannot be used; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Memory it will take, and how that is made up. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Whether that is more than is free. */
    public ReadOnlyBooleanProperty tooMuchProperty() {
        return tooMuch.getReadOnlyProperty();
    }

    /** Time it will take, and where that was measured. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }
}
