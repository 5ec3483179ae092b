package dev.latentloom.views.train;

import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.JobState;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/** The job of the training that is shown: where it stands, and what can be asked of it. */
final class CurrentTraining {
    private final ReadOnlyObjectWrapper<@Nullable JobEntry> job =
            new ReadOnlyObjectWrapper<>(this, "job");
    private final ReadOnlyObjectWrapper<@Nullable JobState> state =
            new ReadOnlyObjectWrapper<>(this, "state");
    private final BooleanBinding stoppable = is(JobState::stoppable);
    private final BooleanBinding idle = is(known -> !known.over()).not();

    private BooleanBinding is(Predicate<JobState> so) {
        return Bindings.createBooleanBinding(
                () -> {
                    JobState known = state.get();
                    return known != null && so.test(known);
                },
                state);
    }

    /** A new training is about to be submitted. */
    void begin() {
        job.set(null);
        state.set(JobState.WAITING);
    }

    void submitted(JobEntry entry) {
        job.set(entry);
    }

    /** Takes over where the job stands; says whether that is news. */
    boolean settle() {
        JobEntry entry = job.get();
        if (entry == null || entry.stateProperty().get() == state.get()) {
            return false;
        }
        state.set(entry.stateProperty().get());
        return true;
    }

    /** Asks it to stop. */
    void stop() {
        JobEntry entry = job.get();
        if (entry != null) {
            entry.stop();
            settle();
        }
    }

    /** Asks it to wait, or to go on. */
    void pauseOrGoOn() {
        JobEntry entry = job.get();
        if (entry != null) {
            entry.pauseOrGoOn();
            settle();
        }
    }

    /** Whether it has ended, or never was. */
    BooleanBinding idle() {
        return idle;
    }

    BooleanBinding stoppable() {
        return stoppable;
    }

    ReadOnlyObjectProperty<@Nullable JobEntry> jobProperty() {
        return job.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
