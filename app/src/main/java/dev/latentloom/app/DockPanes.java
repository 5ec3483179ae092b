package dev.latentloom.app;

import dev.latentloom.views.Fxml;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.JobsView;
import dev.latentloom.views.job.LogModel;
import dev.latentloom.views.job.LogView;
import dev.latentloom.views.job.MemoryView;
import dev.latentloom.views.job.MemoryViewModel;
import dev.latentloom.views.shell.DockContent;

import javafx.scene.Node;

import java.util.Map;

/** The panes that every area has. */
final class DockPanes {
    private DockPanes() {}

    static DockContent of(Jobs jobs, LogModel log, MemoryViewModel memory) {
        Map<DockPane, Node> panes =
                Map.of(
                        DockPane.JOBS, new JobsView(jobs),
                        DockPane.LOG, Fxml.load(new LogView(log)),
                        DockPane.MEMORY, Fxml.load(new MemoryView(memory)));
        return new DockContent(panes, log, jobs.currentProperty());
    }
}
