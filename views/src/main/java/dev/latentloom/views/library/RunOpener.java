package dev.latentloom.views.library;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;

import javafx.beans.value.ObservableBooleanValue;

/** What the other areas do with a kept run. */
public interface RunOpener {
    /** Plays it again. */
    void replay(KeptRun run);

    /** Shows its answered items. */
    void items(KeptRun run);

    /** Goes where runs are made. */
    void toRun();

    /** Whether a run is being made, which neither a replay nor items of another may disturb. */
    ObservableBooleanValue busyProperty();

    /** Tells that something did not happen. */
    void failed(WorkbenchException reason);
}
