package dev.latentloom.views.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.job.Background;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Plays a kept run again through the lanes, the map and the ledger; needs no model. */
public final class ReplayViewModel {
    private final RunViewModel run;
    private final Background files;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper(this, "position");
    private final ReadOnlyDoubleWrapper length = new ReadOnlyDoubleWrapper(this, "length");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private @Nullable Recording recording;
    private @Nullable PassModel pass;
    private int told;
    private long asked;

    /**
     * @param run shows what is played
     * @param files reads the run's folder
     */
    public ReplayViewModel(RunViewModel run, Background files) {
        this.run = run;
        this.files = files;
        run.runningProperty().subscribe(this::endFor);
        run.projectProperty()
                .addListener(
                        (property, before, now) -> {
                            problem.set("");
                            close();
                        });
    }

    private void endFor(boolean answering) {
        if (answering) {
            problem.set("");
            close(); // the lanes belong to the new answer
        }
    }

    /** Reads a run's folder and begins to play it; does nothing while the team answers. */
    public void open(Path folder) {
        RunProject project = run.projectProperty().get();
        if (project == null || run.runningProperty().get()) {
            return;
        }
        close();
        problem.set("");
        long mine = asked;
        files.run(
                () -> Recording.read(folder, project.graph()),
                read -> {
                    if (mine == asked) {
                        begin(read);
                    }
                },
                reason -> fail(mine, reason));
    }

    private void fail(long mine, WorkbenchException reason) {
        if (mine == asked) {
            problem.set(Messages.text(reason.key(), reason.arguments()));
        }
    }

    private void begin(Recording read) {
        recording = read;
        title.set(read.id());
        length.set(read.length());
        active.set(true);
        fold(read, 0);
        position.set(0);
        playing.set(true);
    }

    /** Shows the story up to so many events. */
    private void fold(Recording played, int upTo) {
        PassModel shown = pass;
        if (shown == null || upTo < told) {
            shown = run.replayed(played.question(), played.mode(), played.rounds());
            pass = shown;
            told = 0;
        }
        shown.fold(played.events().subList(told, upTo));
        told = upTo;
    }

    /** Goes on by so many seconds of the real time; to be called at each frame. */
    public void tick(double seconds) {
        if (playing.get()) {
            seek(position.get() + seconds * speed.get());
            playing.set(position.get() < length.get());
        }
    }

    /** Goes to a second of the run, forward or back. */
    public void seek(double second) {
        Recording played = recording;
        if (played != null) {
            position.set(Math.clamp(second, 0, played.length()));
            fold(played, played.toldBy(position.get()));
        }
    }

    /** Plays on, from the beginning where it has ended; or holds. */
    public void playOrHold() {
        if (!playing.get() && position.get() >= length.get()) {
            seek(0);
        }
        playing.set(!playing.get() && active.get());
    }

    /** Holds, and goes one step on or back. */
    public void step(boolean forward) {
        Recording played = recording;
        if (played == null) {
            return;
        }
        playing.set(false);
        fold(played, forward ? played.nextStep(told) : played.stepBefore(told));
        position.set(told == 0 ? 0 : played.seconds().get(told - 1));
    }

    /** Leaves the run as it stands; no turn goes on. */
    public void close() {
        run.team().rest();
        asked++;
        recording = null;
        pass = null;
        told = 0;
        playing.set(false);
        active.set(false);
    }

    /** Whether a run is shown, playing or not. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Id of the run. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Second of the run that is shown. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Seconds that the run took. */
    public ReadOnlyDoubleProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** Seconds of the run in one second. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Why a run cannot be played; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
