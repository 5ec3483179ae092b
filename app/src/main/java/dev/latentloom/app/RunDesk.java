package dev.latentloom.app;

import dev.latentloom.engine.project.DataUse;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.run.AblationViewModel;
import dev.latentloom.views.run.DataViewModel;
import dev.latentloom.views.run.EvaluationViewModel;
import dev.latentloom.views.run.ItemViewModel;
import dev.latentloom.views.run.ReplayViewModel;
import dev.latentloom.views.run.RunArea;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.Area;

/** What stands in the Run area beside the question: data sets, ablations, replays. */
final class RunDesk {
    private final RunViewModel run;
    private final EvaluationViewModel evaluation;
    private final AblationViewModel ablation;
    private final ReplayViewModel replay;

    /**
     * @param files reads and writes files in the background
     */
    RunDesk(Jobs jobs, RunViewModel run, StoredProjects projects, Background files) {
        this.run = run;
        DataViewModel data = new DataViewModel(new StoredData(projects, DataUse.ASK), files);
        evaluation = new EvaluationViewModel(jobs, run, data, new ItemViewModel(files));
        ablation = new AblationViewModel(jobs, run, data, files);
        replay = new ReplayViewModel(run, files);
    }

    /** The area in the rail. */
    Area area() {
        return new RunArea(run, replay, evaluation, ablation);
    }

    /** Questions to the team. */
    RunViewModel run() {
        return run;
    }

    /** The data that is put to the team. */
    DataViewModel data() {
        return evaluation.data();
    }

    /** A data set put to the team. */
    EvaluationViewModel evaluation() {
        return evaluation;
    }

    /** Kept runs, played again. */
    ReplayViewModel replay() {
        return replay;
    }

    /** Accuracy over latent steps and rounds. */
    AblationViewModel ablation() {
        return ablation;
    }
}
