package dev.latentloom.views.library;

import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunState;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which kept runs are shown; null lets every kind, state or tag through. */
public final class RunFilter {
    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<@Nullable String> kind = new SimpleObjectProperty<>(this, "kind");
    private final ObjectProperty<@Nullable RunState> state =
            new SimpleObjectProperty<>(this, "state");
    private final ObjectProperty<@Nullable String> tag = new SimpleObjectProperty<>(this, "tag");

    /** Every tag of every run, sorted. */
    public ObservableList<String> tags() {
        return tags;
    }

    /** What it lets through; another one whenever it is set otherwise. */
    ObjectBinding<Predicate<KeptRun>> predicate() {
        return Bindings.createObjectBinding(this::asSet, text, kind, state, tag);
    }

    private Predicate<KeptRun> asSet() {
        List<String> words =
                Arrays.stream(text.get().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
        String wantedKind = kind.get();
        RunState wantedState = state.get();
        String wantedTag = tag.get();
        return run ->
                (wantedKind == null || run.kind().equals(wantedKind))
                        && (wantedState == null || run.state() == wantedState)
                        && (wantedTag == null || run.note().tags().contains(wantedTag))
                        && words.stream().allMatch(RunWords.all(run)::contains);
    }

    /** Offers the tags of these runs; one that no run has any more is not filtered by. */
    void offer(List<KeptRun> runs) {
        List<String> all =
                runs.stream()
                        .flatMap(run -> run.note().tags().stream())
                        .distinct()
                        .sorted()
                        .toList();
        if (!all.equals(tags)) {
            tags.setAll(all);
        }
        String wanted = tag.get();
        if (wanted != null && !all.contains(wanted)) {
            tag.set(null);
        }
    }

    /** Lets everything through. */
    public void clear() {
        text.set("");
        kind.set(null);
        state.set(null);
        tag.set(null);
    }

    /** Every word of it must stand somewhere in the run's names, settings, notes or tags. */
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<@Nullable String> kindProperty() {
        return kind;
    }

    public ObjectProperty<@Nullable RunState> stateProperty() {
        return state;
    }

    public ObjectProperty<@Nullable String> tagProperty() {
        return tag;
    }
}
