package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

/** One agent's turn in one round: what it thinks or says, step by step. */
public final class LaneModel {
    private final int round;
    private final String agent;
    private final String role;
    private final StringBuilder said = new StringBuilder();
    private final ReadOnlyObjectWrapper<TurnState> state =
            new ReadOnlyObjectWrapper<>(this, "state", TurnState.WAITING);
    private final ReadOnlyIntegerWrapper stepsDone = new ReadOnlyIntegerWrapper(this, "stepsDone");
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(this, "steps");
    private final ReadOnlyObjectWrapper<RunEvent.@Nullable Lens> lens =
            new ReadOnlyObjectWrapper<>(this, "lens");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final ReadOnlyObjectWrapper<RunEvent.@Nullable TurnDone> spent =
            new ReadOnlyObjectWrapper<>(this, "spent");

    LaneModel(int round, String agent, String role) {
        this.round = round;
        this.agent = agent;
        this.role = role;
    }

    boolean is(int turnRound, String turnAgent) {
        return round == turnRound && agent.equals(turnAgent);
    }

    void start() {
        said.setLength(0); // the next batch of a data set takes the same turn
        state.set(TurnState.RUNNING);
    }

    void step(int done, int total) {
        stepsDone.set(done);
        steps.set(total);
    }

    void look(RunEvent.Lens seen) {
        lens.set(seen);
    }

    void say(String piece) {
        said.append(piece);
    }

    /** Shows what was said since the last time; once a frame, however many tokens came. */
    void publish() {
        if (said.length() != text.get().length()) {
            text.set(said.toString());
        }
    }

    void finish(RunEvent.TurnDone done) {
        String whole = done.text();
        if (whole != null) {
            said.setLength(0);
            said.append(whole);
        }
        spent.set(done);
        state.set(TurnState.DONE);
    }

    void fail() {
        if (state.get() == TurnState.RUNNING) {
            state.set(TurnState.FAILED);
        }
    }

    public int round() {
        return round;
    }

    public String agent() {
        return agent;
    }

    public String role() {
        return role;
    }

    public ReadOnlyObjectProperty<TurnState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Latent steps taken. */
    public ReadOnlyIntegerProperty stepsDoneProperty() {
        return stepsDone.getReadOnlyProperty();
    }

    /** Latent steps m of this turn, 0 before its first or in a turn without any. */
    public ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** What its last thought is near to, null where nobody looks. */
    public ReadOnlyObjectProperty<RunEvent.@Nullable Lens> lensProperty() {
        return lens.getReadOnlyProperty();
    }

    /** What it has said so far. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What the turn took, null before it ended. */
    public ReadOnlyObjectProperty<RunEvent.@Nullable TurnDone> spentProperty() {
        return spent.getReadOnlyProperty();
    }
}
