package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.run.RunViewModel;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/** Training of the open project's links; goes on while people are in another area. */
public final class TrainViewModel {
    private final Jobs jobs;
    private final TrainSource source;
    private final RunViewModel team;
    private final LongSupplier nanoTime;
    private final TrainChoices choices;
    private final ReadOnlyObjectWrapper<@Nullable TrainRun> run =
            new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable JobEntry> job =
            new ReadOnlyObjectWrapper<>(this, "job");
    private final ReadOnlyObjectWrapper<@Nullable JobState> state =
            new ReadOnlyObjectWrapper<>(this, "state");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ObjectProperty<@Nullable String> selected =
            new SimpleObjectProperty<>(this, "selected");
    private final BooleanBinding startable;
    private final BooleanBinding stoppable;

    /**
     * @param team holds the open project, and hears of its new links
     */
    public TrainViewModel(Jobs jobs, TrainSource source, RunViewModel team) {
        this(jobs, source, team, System::nanoTime);
    }

    TrainViewModel(Jobs jobs, TrainSource source, RunViewModel team, LongSupplier nanoTime) {
        this.jobs = jobs;
        this.source = source;
        this.team = team;
        this.nanoTime = nanoTime;
        choices = new TrainChoices(source);
        startable =
                team.projectProperty()
                        .isNotNull()
                        .and(running().not())
                        .and(choices.validProperty());
        stoppable = state.isEqualTo(JobState.WAITING).or(state.isEqualTo(JobState.RUNNING));
        team.projectProperty().subscribe(this::offer);
    }

    private BooleanBinding running() {
        return state.isEqualTo(JobState.WAITING)
                .or(state.isEqualTo(JobState.RUNNING))
                .or(state.isEqualTo(JobState.STOPPING));
    }

    private void offer(@Nullable RunProject opened) {
        if (opened != null) {
            choices.offer(opened);
        }
    }

    /** Trains as chosen; does nothing while a training runs. */
    public void start() {
        RunProject opened = team.projectProperty().get();
        if (opened != null && startable.get()) {
            begin(opened, choices.spec(opened));
        }
    }

    private void begin(RunProject opened, RunSpec.Train spec) {
        TrainRun fresh = new TrainRun(spec, opened.graph(), nanoTime);
        run.set(fresh);
        job.set(null);
        problem.set("");
        state.set(JobState.WAITING);
        String title = Messages.text("train.job", opened.name(), spec.recipe());
        JobEntry entry =
                jobs.submit(
                        title,
                        spec,
                        events -> {
                            fresh.fold(events);
                            settle(opened);
                        });
        job.set(entry);
        settle(opened);
    }

    private void settle(RunProject trained) {
        JobEntry entry = job.get();
        if (entry == null || entry.stateProperty().get() == state.get()) {
            return;
        }
        state.set(entry.stateProperty().get());
        if (entry.stateProperty().get().over()) {
            reread(trained);
        }
    }

    private void reread(RunProject trained) {
        RunProject opened = team.projectProperty().get();
        if (opened == null || !opened.folder().equals(trained.folder())) {
            return; // another project is open by now; it reads its links when it is opened again
        }
        try {
            RunProject now = source.reread(opened);
            choices.offer(now);
            team.offerLinks(now.links(), learned());
        } catch (WorkbenchException e) {
            problem.set(Messages.text(e.key(), e.arguments()));
        }
    }

    /** Name of the set the shown run left, where it was to be used; null otherwise. */
    private @Nullable String learned() {
        TrainRun shown = run.get();
        return shown != null && shown.spec().use() ? shown.idProperty().get() : null;
    }

    /** Asks the training to stop; what it has learned is kept. */
    public void stop() {
        JobEntry entry = job.get();
        if (entry != null) {
            entry.stop();
            state.set(entry.stateProperty().get());
        }
    }

    public TrainChoices choices() {
        return choices;
    }

    public ReadOnlyObjectProperty<@Nullable RunProject> projectProperty() {
        return team.projectProperty();
    }

    /** The training that is shown, null before the first. */
    public ReadOnlyObjectProperty<@Nullable TrainRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Its job. */
    public ReadOnlyObjectProperty<@Nullable JobEntry> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Where the job stands, null before the first. */
    public ReadOnlyObjectProperty<@Nullable JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong outside of the training; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Key of the link that is looked at, null for all of them. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** Whether there is a training that can be asked to stop. */
    public BooleanBinding stoppableProperty() {
        return stoppable;
    }

    /** Whether a training can start now. */
    public BooleanBinding startableProperty() {
        return startable;
    }
}
