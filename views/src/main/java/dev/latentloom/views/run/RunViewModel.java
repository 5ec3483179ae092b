package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.StepGate;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.Jobs;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One question to the team of the open project, in one mode or in two, one after the other. */
public final class RunViewModel {
    private static final int LENS = 5;

    private final Jobs jobs;
    private final ProjectSource source;
    private final RunChoices choices = new RunChoices();
    private final TeamState team = new TeamState();
    private final Stepping stepping = new Stepping();
    private final ReadOnlyObjectWrapper<@Nullable RunProject> project =
            new ReadOnlyObjectWrapper<>(this, "project");
    private final StringProperty question = new SimpleStringProperty(this, "question", "");
    private final ReadOnlyObjectWrapper<@Nullable Example> example =
            new ReadOnlyObjectWrapper<>(this, "example");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanBinding askable =
            project.isNotNull()
                    .and(question.isNotEmpty())
                    .and(running.not())
                    .and(choices.validProperty());
    private final BooleanBinding steppable = askable.or(stepping.activeProperty());
    private final ObservableList<PassModel> passes = FXCollections.observableArrayList();
    private final List<JobEntry> entries = new ArrayList<>();
    private Consumer<RunEvent> witness = event -> {};
    private Consumer<Runnable> preparation = Runnable::run;
    private long draws;

    public RunViewModel(Jobs jobs, ProjectSource source) {
        this.jobs = jobs;
        this.source = source;
        question.addListener((property, before, now) -> forgetExample(now));
    }

    /** Tells another area what happens in the first of the passes; one listener at a time. */
    public void witnessedBy(Consumer<RunEvent> listener) {
        witness = listener;
    }

    /** Opens a project; its first example becomes the question. */
    public void open(RunProject opened) {
        stop();
        RunProject before = project.get();
        if (before == null || !before.folder().equals(opened.folder())) {
            choices.wires().keep(List.of()); // wires of another project
        }
        project.set(opened);
        choices.offer(opened);
        passes.clear();
        team.clear();
        problem.set("");
        if (opened.examples().isEmpty()) {
            question.set("");
        } else {
            choose(opened.examples().getFirst());
        }
    }

    /** Shows no project. */
    public void close() {
        stop();
        project.set(null);
        passes.clear();
        team.clear();
        problem.set("");
        question.set("");
    }

    /** Has something done before each question is asked; it goes on with what it is given. */
    public void preparedBy(Consumer<Runnable> first) {
        preparation = first;
    }

    /**
     * Offers other link sets than before, such as freshly trained ones.
     *
     * @param wanted set to choose, if it is among them; null keeps what is chosen
     */
    public void offerLinks(List<String> sets, @Nullable String wanted) {
        choices.offerLinks(sets, wanted);
    }

    /** Takes an example as the question; its answer is known. */
    public void choose(Example chosen) {
        question.set(chosen.question());
        example.set(chosen);
    }

    /** Takes a new question of the project's own task. */
    public void drawQuestion() {
        RunProject opened = project.get();
        if (opened == null) {
            return;
        }
        try {
            source.random(opened, ++draws)
                    .ifPresentOrElse(
                            this::choose,
                            () -> problem.set(Messages.text("run.random.none", opened.name())));
        } catch (WorkbenchException e) {
            problem.set(Messages.text(e.key(), e.arguments()));
        }
    }

    private void forgetExample(String text) {
        Example known = example.get();
        if (known != null && !known.question().equals(text)) {
            example.set(null);
        }
    }

    /** Asks the team once all is prepared; does nothing while it still answers. */
    public void ask() {
        if (askable.get()) {
            preparation.accept(this::askNow);
        }
    }

    /** Takes the next step of an answer; asks the question step by step where none is answered. */
    public void step() {
        if (stepping.activeProperty().get()) {
            stepping.step();
        } else if (askable.get()) {
            preparation.accept(() -> askNow(true));
        }
    }

    /** Takes all steps that are left at once. */
    public void runToEnd() {
        stepping.release();
    }

    /** Asks the team; does nothing while it still answers. */
    public void askNow() {
        askNow(false);
    }

    private void askNow(boolean stepwise) {
        RunProject opened = project.get();
        if (opened == null || !askable.get()) {
            return;
        }
        problem.set("");
        passes.clear();
        entries.clear();
        team.clear();
        running.set(true);
        List<RunMode> modes = choices.kindProperty().get().modes();
        modes.forEach(mode -> passes.add(pass(opened, mode)));
        StepGate gate = stepping.begin(stepwise);
        List.copyOf(passes).forEach(pass -> submit(opened, pass, gate));
        settle();
    }

    private PassModel pass(RunProject opened, RunMode mode) {
        Integer chosen = choices.rounds().integer();
        int rounds = chosen == null ? opened.graph().rounds() : chosen;
        return new PassModel(question.get(), mode, opened.graph(), rounds, team, check(opened));
    }

    /** Empty lanes for a kept run that is played again, in place of those of the last answer. */
    PassModel replayed(String asked, RunMode mode, int rounds) {
        RunProject opened = Objects.requireNonNull(project.get());
        if (!asked.isEmpty()) {
            question.set(asked);
        }
        team.clear();
        PassModel pass = new PassModel(question.get(), mode, opened.graph(), rounds, team, null);
        passes.setAll(List.of(pass));
        return pass;
    }

    private @Nullable Predicate<String> check(RunProject opened) {
        Example known = example.get();
        String expected = known == null ? null : known.expected();
        return expected == null ? null : answer -> source.right(opened, expected, answer);
    }

    private void submit(RunProject opened, PassModel pass, StepGate gate) {
        Integer lens = stepping.activeProperty().get() ? LENS : null;
        RunSpec spec =
                new RunSpec.Answer(
                        opened.folder(),
                        opened.graph().name(),
                        question.get(),
                        choices.settings(pass.mode()).withLens(lens));
        String title =
                Messages.text("run.job", opened.name(), Messages.text(RunKind.keyOf(pass.mode())));
        entries.add(
                jobs.submit(
                        title,
                        spec,
                        gate,
                        events -> {
                            pass.fold(events);
                            if (pass == passes.getFirst()) {
                                events.forEach(witness);
                            }
                            settle();
                        }));
    }

    private void settle() {
        running.set(entries.stream().anyMatch(entry -> !entry.stateProperty().get().over()));
        if (!running.get()) {
            stepping.end();
        }
    }

    /** Asks what runs to stop; what was said so far stays. */
    public void stop() {
        entries.forEach(JobEntry::stop);
    }

    public RunChoices choices() {
        return choices;
    }

    public TeamState team() {
        return team;
    }

    public ReadOnlyObjectProperty<@Nullable RunProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public StringProperty questionProperty() {
        return question;
    }

    /** The example that is asked, null where the question was typed. */
    public ReadOnlyObjectProperty<@Nullable Example> exampleProperty() {
        return example.getReadOnlyProperty();
    }

    /** Why no question could be drawn; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the question is answered step by step. */
    public ReadOnlyBooleanProperty steppingProperty() {
        return stepping.activeProperty();
    }

    /** Whether there is a step to take now. */
    public BooleanBinding steppableProperty() {
        return steppable;
    }

    /** Whether a question may be asked now. */
    public BooleanBinding askableProperty() {
        return askable;
    }

    /** One entry for each mode of the last question. */
    public ObservableList<PassModel> passes() {
        return passes;
    }
}
