package dev.latentloom.views.library;

import dev.latentloom.engine.checkpoint.ModelSummary;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.text.Figures;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The models of this machine, and what the chosen one says to a prompt. */
public final class LibraryViewModel {
    private static final int NEW_TOKENS = 64;

    private final Jobs jobs;
    private final ObservableList<ModelSummary> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ModelSummary> chosen =
            new SimpleObjectProperty<>(this, "chosen");
    private final StringProperty prompt = new SimpleStringProperty(this, "prompt", "");
    private final BooleanProperty chat = new SimpleBooleanProperty(this, "chat", false);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(
                    () -> usable() && !prompt.get().isEmpty() && !running.get(),
                    chosen,
                    prompt,
                    running);
    private @Nullable JobEntry job;

    public LibraryViewModel(Jobs jobs) {
        this.jobs = jobs;
        chosen.subscribe(now -> problem.set(refusal(now)));
    }

    /** Shows these models; the chosen one stays chosen if it is still there. */
    public void show(List<ModelSummary> found) {
        ModelSummary before = chosen.get();
        models.setAll(found);
        chosen.set(
                found.stream()
                        .filter(model -> before != null && model.path().equals(before.path()))
                        .findFirst()
                        .orElse(null));
    }

    private boolean usable() {
        ModelSummary model = chosen.get();
        return model != null && model.usable();
    }

    /** Why a model cannot be used, in words; empty where it can. */
    static String refusal(@Nullable ModelSummary model) {
        WorkbenchException reason = model == null ? null : model.reason();
        return reason == null ? "" : Messages.text(reason.key(), reason.arguments());
    }

    /** Lets the chosen model go on from the prompt; greedy, so that the same comes again. */
    public void tryIt() {
        ModelSummary model = chosen.get();
        if (model == null || !ready.get()) {
            return;
        }
        text.set("");
        facts.set("");
        problem.set("");
        running.set(true);
        RunSpec spec =
                new RunSpec.Generate(
                        model.path(), prompt.get(), chat.get(), false, NEW_TOKENS, 0, 0);
        job = jobs.submit(Messages.text("library.job", model.name()), spec, this::fold);
    }

    /** Asks what runs to stop; what was said stays. */
    public void stop() {
        if (job != null) {
            job.stop();
        }
    }

    private void fold(List<RunEvent> events) {
        StringBuilder said = new StringBuilder(text.get());
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.Stage stage ->
                        facts.set(Messages.text(stage.key(), stage.arguments()));
                case RunEvent.Token token -> said.append(token.text());
                case RunEvent.TurnDone turn -> facts.set(facts(turn));
                case RunEvent.Failed failed -> {
                    problem.set(Messages.text(failed.key(), failed.arguments()));
                    running.set(false);
                }
                case RunEvent.Warning told ->
                        problem.set(Messages.text(told.key(), told.arguments()));
                case RunEvent.Done done -> running.set(false);
                default -> {} // told in the dock
            }
        }
        text.set(said.toString());
    }

    private static String facts(RunEvent.TurnDone turn) {
        return Messages.text(
                "library.facts",
                turn.prefillTokens(),
                turn.decodedTokens(),
                Figures.duration(turn.seconds()));
    }

    /** Every model found, usable or not. */
    public ObservableList<ModelSummary> models() {
        return models;
    }

    public ObjectProperty<@Nullable ModelSummary> chosenProperty() {
        return chosen;
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    /** Whether the prompt is one turn of a chat, put into the model's template. */
    public BooleanProperty chatProperty() {
        return chat;
    }

    /** What the model has said so far. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What it took, or what the engine is at. */
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why the model cannot be tried or has failed; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether the chosen model can be tried now. */
    public BooleanBinding readyProperty() {
        return ready;
    }
}
