package dev.latentloom.app;

import dev.latentloom.engine.run.ProjectContents;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.views.graph.LinkChoices;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.train.TrainViewModel;

import javafx.application.Platform;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notices link sets and data files that other programs put into the open project. */
final class FolderWatch {
    private static final Logger LOGGER = Logger.getLogger(FolderWatch.class.getName());

    private final StoredProjects projects;
    private final RunDesk desk;
    private final TrainViewModel train;
    private final LinkChoices drawn;
    private final Background files = new Background(Thread::startVirtualThread, Platform::runLater);

    /**
     * @param desk where data files and link sets are chosen for runs
     * @param train where they are chosen for trainings
     * @param drawn where link sets are chosen for the drawn team
     */
    FolderWatch(StoredProjects projects, RunDesk desk, TrainViewModel train, LinkChoices drawn) {
        this.projects = projects;
        this.desk = desk;
        this.train = train;
        this.drawn = drawn;
    }

    /** Looks into the folders of the open project. */
    void look() {
        RunProject opened = desk.run().projectProperty().get();
        if (opened == null || files.busy()) {
            return;
        }
        Path folder = opened.folder();
        files.run(
                () -> projects.contents(folder),
                now -> {
                    if (opened.equals(desk.run().projectProperty().get())) {
                        offer(opened, now);
                    }
                },
                reason -> LOGGER.log(Level.FINE, "cannot look into " + folder, reason));
    }

    private void offer(RunProject opened, ProjectContents now) {
        if (!now.links().equals(desk.run().choices().linkSets())) {
            train.linksFound(opened.withLinks(now.links()));
            drawn.look();
        }
        List.of(desk.data(), train.choices().data())
                .forEach(data -> data.filesFound(now.datasets()));
    }
}
