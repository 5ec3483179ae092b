package dev.latentloom.views.job;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/** Pauses a job, and lets it go on. */
public final class PauseButton extends Button {
    public PauseButton() {
        getStyleClass().add("job-pause");
        setTooltip(new Tooltip(Messages.text("shell.job.pause.tip")));
        show(null);
    }

    /** Offers what can be done with a job in this state; null where there is no job. */
    public void show(@Nullable JobState state) {
        boolean held = state != null && state.held();
        setText(Messages.text(held ? "shell.job.goOn" : "shell.job.pause"));
        setDisable(!held && state != JobState.RUNNING);
    }
}
