package dev.latentloom.views.run;

import dev.latentloom.engine.job.StepGate;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether a question is answered step by step, and the gate its jobs wait at. */
final class Stepping {
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
    private StepGate gate = StepGate.open();

    /** The gate of the next question; a closed one lets its first step through. */
    StepGate begin(boolean stepwise) {
        gate = stepwise ? StepGate.closed() : StepGate.open();
        if (stepwise) {
            gate.step();
        }
        active.set(stepwise);
        return gate;
    }

    void step() {
        gate.step();
    }

    void release() {
        gate.release();
        active.set(false);
    }

    void end() {
        active.set(false);
    }

    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }
}
