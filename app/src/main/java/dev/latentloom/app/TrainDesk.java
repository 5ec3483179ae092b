package dev.latentloom.app;

import dev.latentloom.engine.project.DataUse;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.Area;
import dev.latentloom.views.train.TrainArea;
import dev.latentloom.views.train.TrainViewModel;

/** What stands in the Train area, with the recipes and the data of the disk behind it. */
final class TrainDesk {
    private final TrainViewModel train;

    /**
     * @param projects reads projects for people
     * @param stored reads projects for jobs
     * @param files reads and writes files in the background
     * @param written called after the project's settings were written
     */
    TrainDesk(
            Jobs jobs,
            RunViewModel run,
            ProjectSource projects,
            StoredProjects stored,
            Background files,
            Runnable written) {
        train =
                new TrainViewModel(
                        jobs,
                        new StoredTrainSource(projects, stored, written),
                        run,
                        new DataViewModel(new StoredData(stored, DataUse.LEARN), files),
                        files);
    }

    /** The area in the rail. */
    Area area() {
        return new TrainArea(train);
    }

    /** Training of the open project's links. */
    TrainViewModel train() {
        return train;
    }
}
