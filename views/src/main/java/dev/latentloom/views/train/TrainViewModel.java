package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.JobState;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.run.DataViewModel;
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

import java.util.List;
import java.util.function.LongSupplier;

/** Training of the open project's links; goes on while people are in another area. */
public final class TrainViewModel {
    private final Jobs jobs;
    private final TrainSource source;
    private final RunViewModel team;
    private final LongSupplier nanoTime;
    private final Background background;
    private final TrainOutlook outlook;
    private final TrainChoices choices;
    private final ReadOnlyObjectWrapper<@Nullable TrainRun> run =
            new ReadOnlyObjectWrapper<>(this, "run");
    private final CurrentTraining current = new CurrentTraining();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final CompareViewModel compare;
    private final ObjectProperty<@Nullable String> selected =
            new SimpleObjectProperty<>(this, "selected");
    private final BooleanBinding startable;
    private final ResumeOffer stopped;
    private final BooleanBinding resumable;

    /**
     * @param team holds the open project, and hears of its new links
     * @param data what links can learn from
     * @param background reads files
     */
    public TrainViewModel(
            Jobs jobs,
            TrainSource source,
            RunViewModel team,
            DataViewModel data,
            Background background) {
        this(jobs, source, team, data, background, System::nanoTime);
    }

    TrainViewModel(
            Jobs jobs,
            TrainSource source,
            RunViewModel team,
            DataViewModel data,
            Background background,
            LongSupplier nanoTime) {
        this.jobs = jobs;
        this.source = source;
        this.team = team;
        this.background = background;
        this.nanoTime = nanoTime;
        choices = new TrainChoices(source, data);
        outlook = new TrainOutlook(source, choices, background);
        compare = new CompareViewModel(jobs, team.projectProperty());
        BooleanBinding idle = current.idle();
        startable = team.projectProperty().isNotNull().and(idle).and(choices.validProperty());
        stopped = new ResumeOffer(source, background, this::tell);
        resumable = stopped.stoppedProperty().isNotNull().and(idle);
        team.projectProperty().subscribe(this::offer);
        data.usableProperty().subscribe(this::look);
        data.fileProperty().subscribe(this::look);
        choices.whenChanged(this::estimate);
    }

    private void offer(@Nullable RunProject opened) {
        choices.data().open(opened == null ? null : opened.folder());
        stopped.clear();
        if (opened != null) {
            choices.offer(opened);
            compare.offer(opened.links(), null);
            stopped.look(opened);
            estimate();
        }
    }

    private void look() {
        RunProject opened = team.projectProperty().get();
        if (opened != null && choices.data().usableProperty().get()) {
            outlook.look(opened);
        } else {
            outlook.clear();
        }
    }

    private void estimate() {
        RunProject opened = team.projectProperty().get();
        if (opened != null && choices.validProperty().get()) {
            outlook.estimate(opened, choices.spec(opened));
        }
    }

    /** Runs have come or gone: another training, or none, can go on. */
    public void runsChanged() {
        RunProject opened = team.projectProperty().get();
        if (opened != null) {
            stopped.look(opened);
        }
    }

    /** The open project with the link sets it has now: other programs train and import some too. */
    public void linksFound(RunProject now) {
        offerLinks(now, "");
    }

    private void tell(WorkbenchException reason) {
        notice.set(Messages.text(reason.key(), reason.arguments()));
    }

    private boolean open(RunProject project) {
        RunProject opened = team.projectProperty().get();
        return opened != null && opened.folder().equals(project.folder());
    }

    /** Goes on with the stopped training as it was asked for, from its last checkpoint. */
    public void resume() {
        RunProject opened = team.projectProperty().get();
        StoppedRun before = stoppedProperty().get();
        if (opened == null || before == null || !resumable.get()) {
            return;
        }
        begin(opened, before.resumed(), before.told());
    }

    /** What is set now and is not taken over by {@link #resume}; a line for each. */
    public List<String> resumeDiff() {
        RunProject opened = team.projectProperty().get();
        StoppedRun before = stoppedProperty().get();
        return opened == null || before == null
                ? List.of()
                : ResumeDiff.of(before.spec(), choices.spec(opened));
    }

    /** Trains as chosen; does nothing while a training runs. */
    public void start() {
        RunProject opened = team.projectProperty().get();
        if (opened != null && startable.get()) {
            begin(opened, choices.spec(opened), List.of());
        }
    }

    private void begin(RunProject opened, RunSpec.Train spec, List<RunEvent> told) {
        TrainRun fresh = new TrainRun(spec, opened.graph(), nanoTime);
        fresh.recall(told);
        run.set(fresh);
        current.begin();
        notice.set("");
        String title = Messages.text("train.job", opened.name(), spec.recipe());
        current.submitted(
                jobs.submit(
                        title,
                        spec,
                        events -> {
                            fresh.fold(events);
                            settle(opened);
                        }));
        settle(opened);
    }

    private void settle(RunProject trained) {
        if (current.settle() && current.idle().get()) {
            reread(trained);
            runsChanged();
            estimate();
        }
    }

    private void reread(RunProject trained) {
        TrainRun ended = run.get();
        String learned = ended == null ? "" : ended.idProperty().get();
        background.run(() -> source.reread(trained), now -> offerLinks(now, learned), this::tell);
    }

    private void offerLinks(RunProject now, String learned) {
        if (!open(now)) {
            return; // another one reads its links when it is opened again
        }
        choices.offer(now);
        compare.offer(now.links(), learned);
        team.offerLinks(now.links(), null);
        if (choices.useProperty().get() && now.links().contains(learned)) {
            use(learned);
        }
    }

    /** Lets the team think with a link set from now on. */
    public void use(@Nullable String links) {
        RunProject opened = team.projectProperty().get();
        if (opened == null || links == null) {
            return;
        }
        try {
            if (!source.readOnly(opened)) {
                source.use(opened, links);
            }
            team.offerLinks(List.copyOf(team.choices().linkSets()), links);
            tellUse(opened, links);
        } catch (WorkbenchException e) {
            tell(e);
        }
    }

    private void tellUse(RunProject used, String links) {
        String key = source.readOnly(used) ? "train.used.now" : "train.used";
        notice.set(Messages.text(key, used.name(), links));
    }

    /** Asks the training to stop; what it has learned is kept. */
    public void stop() {
        current.stop();
    }

    /** Asks the training to wait, or to go on. */
    public void pauseOrGoOn() {
        current.pauseOrGoOn();
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
        return current.jobProperty();
    }

    /** Where the job stands, null before the first. */
    public ReadOnlyObjectProperty<@Nullable JobState> stateProperty() {
        return current.stateProperty();
    }

    /** What happened beside the training, such as links taken into use; empty otherwise. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What is known before the start. */
    public TrainOutlook outlook() {
        return outlook;
    }

    public CompareViewModel compare() {
        return compare;
    }

    /** Key of the link that is looked at, null for all of them. */
    public ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** The training that can go on, null where there is none. */
    public ReadOnlyObjectProperty<@Nullable StoppedRun> stoppedProperty() {
        return stopped.stoppedProperty();
    }

    /** Whether a stopped training can go on now. */
    public BooleanBinding resumableProperty() {
        return resumable;
    }

    /** Whether there is a training that can be asked to stop. */
    public BooleanBinding stoppableProperty() {
        return current.stoppable();
    }

    /** Whether a training can start now. */
    public BooleanBinding startableProperty() {
        return startable;
    }
}
