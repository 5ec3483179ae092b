package dev.latentloom.views.train;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.resources.Messages;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.LongSupplier;

/** One training as it tells its story. */
public final class TrainRun {
    private static final String LOSS = "loss";
    private static final String ACCURACY = "accuracy/validation";

    private final RunSpec.Train spec;
    private final List<LinkName> links;
    private final CurveSet curves = new CurveSet();
    private final GradientAtlas atlas = new GradientAtlas();
    private final ObservableList<SampleRow> answers = FXCollections.observableArrayList();
    private final ObservableList<CheckpointRow> checkpoints = FXCollections.observableArrayList();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final RemainingTime remaining;
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper id = new ReadOnlyStringWrapper(this, "id", "");
    private final ReadOnlyObjectWrapper<RunEvent.@Nullable Done> end =
            new ReadOnlyObjectWrapper<>(this, "end");

    TrainRun(RunSpec.Train spec, AgentGraph graph, LongSupplier nanoTime) {
        this.spec = spec;
        this.links = LinkName.of(graph);
        this.remaining = new RemainingTime(nanoTime);
    }

    /** Takes over what a run told before it was stopped. */
    void recall(List<RunEvent> told) {
        for (RunEvent event : told) {
            switch (event) {
                case RunEvent.MetricPoint _, RunEvent.Checkpoint _, RunEvent.SampleAnswer _ ->
                        fold(event);
                default -> {} // what it was at then is over
            }
        }
        atlas.settle();
    }

    void fold(List<RunEvent> events) {
        events.forEach(this::fold);
        atlas.settle();
    }

    private void fold(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> id.set(started.run());
            case RunEvent.Stage told -> stage.set(Messages.text(told.key(), told.arguments()));
            case RunEvent.Progress told -> fold(told);
            case RunEvent.Paused paused -> remaining.pause(paused.waits());
            case RunEvent.MetricPoint point -> {
                curves.fold(point);
                atlas.fold(point);
            }
            case RunEvent.SampleAnswer answer -> fold(answer);
            case RunEvent.Checkpoint checkpoint -> fold(checkpoint);
            case RunEvent.Warning told -> warnings.add(Messages.text(told.key(), told.arguments()));
            case RunEvent.Failed failed -> {
                problem.set(Messages.text(failed.key(), failed.arguments()));
                progress.set(remaining.far());
            }
            case RunEvent.Done done -> fold(done);
            default -> {} // turns and tokens of validation are not shown
        }
    }

    private void fold(RunEvent.Progress told) {
        remaining.tell(told.done(), told.total());
        progress.set(remaining.words());
    }

    private void fold(RunEvent.Done done) {
        end.set(done);
        progress.set(remaining.far());
        if (done.summary().containsKey("endedEarly")) {
            progress.set(progress.get() + Messages.text("train.early"));
        }
    }

    private void fold(RunEvent.Checkpoint told) {
        checkpoints.removeIf(row -> row.step() >= told.step() && row.best() == told.best());
        checkpoints.addFirst(
                new CheckpointRow(told.step(), told.best(), last(LOSS), last(ACCURACY)));
    }

    /** Each question once, in the order in which questions first came. */
    private void fold(RunEvent.SampleAnswer answer) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).now().question().equals(answer.question())) {
                answers.set(i, answers.get(i).then(answer));
                return;
            }
        }
        answers.add(SampleRow.first(answer));
    }

    private @Nullable Double last(String metric) {
        return curves.find(metric).map(CurveModel::last).orElse(null);
    }

    /** What was asked for. */
    public RunSpec.Train spec() {
        return spec;
    }

    /** Every link of its team. */
    public List<LinkName> links() {
        return links;
    }

    public CurveSet curves() {
        return curves;
    }

    public GradientAtlas atlas() {
        return atlas;
    }

    /** Some validation questions and their answers; empty before the first validation. */
    public ObservableList<SampleRow> answers() {
        return answers;
    }

    /** Newest first. */
    public ObservableList<CheckpointRow> checkpoints() {
        return checkpoints;
    }

    /** What the user should know, as the engine told it. */
    public ObservableList<String> warnings() {
        return warnings;
    }

    /** What it is at now. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** How far, and how long still. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why it failed; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Id of its run, empty before it began. */
    public ReadOnlyStringProperty idProperty() {
        return id.getReadOnlyProperty();
    }

    /** Its last event where it ended by itself or was stopped; null before. */
    public ReadOnlyObjectProperty<RunEvent.@Nullable Done> endProperty() {
        return end.getReadOnlyProperty();
    }
}
