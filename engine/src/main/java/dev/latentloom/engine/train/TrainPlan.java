package dev.latentloom.engine.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.run.ProjectOpener;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.TeamLinks;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a training is going to do, checked as far as that needs no model.
 *
 * @param project whose links are trained
 * @param spec with every gap filled
 * @param recipe with its changes
 * @param before what the run was begun with; null for a new one
 */
record TrainPlan(
        RunnableProject project, RunSpec.Train spec, Recipe recipe, @Nullable Resumption before) {
    /**
     * Makes the plan.
     *
     * @param resumed folder of the run to go on with; null for a new one
     * @throws WorkbenchException where it cannot be carried out
     */
    static TrainPlan of(RunSpec.Train asked, ProjectOpener projects, @Nullable Path resumed)
            throws WorkbenchException {
        Resumption before = null;
        if (resumed != null) {
            if (!Files.isDirectory(resumed)) {
                throw new WorkbenchException("project.noRun", resumed.toString());
            }
            before = RunFolder.isDescribed(resumed) ? Resumption.of(resumed) : null;
        }
        RunSpec.Train spec = before == null ? asked : before.completed(asked);
        RunnableProject project = projects.open(spec.project(), spec.graph());
        Recipe recipe = Recipes.of(spec.recipe(), spec.stage(), spec.changes());
        if (before != null) {
            before.check(spec, recipe);
        }
        TrainPlan plan = new TrainPlan(project, spec, recipe, before);
        plan.checkUse();
        plan.checkFrom();
        return plan;
    }

    /** A project that is only read cannot be told to use other links; better said before. */
    private void checkUse() throws WorkbenchException {
        if (spec.use() && project.readOnly()) {
            throw new WorkbenchException("train.useReadOnly", project.folder().toString());
        }
    }

    private void checkFrom() throws WorkbenchException {
        String from = spec.from();
        if (from == null) {
            return;
        }
        if (from.equals(TeamLinks.SOFT_TOKEN) || from.equals(TeamLinks.REALIGN)) {
            throw new WorkbenchException("train.fromTrainingFree", from);
        }
        List<String> available = project.defaults().available();
        if (!available.contains(from)) {
            throw new WorkbenchException("run.unknownLinks", from, String.join(", ", available));
        }
    }

    long seed() {
        Long seed = spec.seed();
        return seed == null ? 0 : seed;
    }
}
