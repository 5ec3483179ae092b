package dev.latentloom.views.job;

import dev.latentloom.resources.Messages;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

/** All jobs of this session in the dock, newest first. */
public final class JobsView extends ListView<JobEntry> {
    public JobsView(Jobs jobs) {
        super(jobs.entries());
        getStyleClass().add("jobs");
        setAccessibleText(Messages.text("dock.pane.jobs"));
        setPlaceholder(new Label(Messages.text("shell.job.empty")));
        setCellFactory(list -> new Cell());
    }

    private static final class Cell extends ListCell<JobEntry> {
        @Override
        protected void updateItem(@Nullable JobEntry item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null || empty ? null : new JobBar(item));
        }
    }
}
