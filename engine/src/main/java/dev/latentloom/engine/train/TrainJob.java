package dev.latentloom.engine.train;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.run.JobContext;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.engine.run.TeamSession;
import dev.latentloom.engine.run.TrainExecutor;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Link training as a job: opens a project's team and data, trains, and keeps the links in the
 * project under the run's id.
 */
public final class TrainJob implements TrainExecutor {
    @Override
    public Map<String, Object> train(RunSpec.Train spec, JobContext context)
            throws WorkbenchException {
        RunnableProject project = context.projects().open(spec.project(), spec.graph());
        Recipe recipe = Recipes.of(spec.recipe(), spec.stage(), spec.changes());
        checkUse(spec, project);
        checkFrom(spec.from(), project);
        TrainingData data = new ProjectData(project).read(spec.data(), context.monitor());
        context.notes().note("recipe", recipe);
        tellRecipe(spec, context.monitor());
        String id = String.valueOf(context.folder().getFileName());
        TrainTally tally = new TrainTally(id, data.validation().size(), context.monitor());
        context.notes().partial(tally::summary);
        try (TeamSession session = TeamSession.open(project, true, context);
                Scope scope = Scope.open()) {
            Path links = project.own().resolve("links").resolve(id);
            LinkSet from = from(spec, project, session.team(), scope);
            var places =
                    new LinkTraining.Places(context.folder(), links, from, spec.resume() != null);
            TrainSummary done =
                    new LinkTraining(session.team(), data, recipe, spec.seed()).run(places, tally);
            tally.ended(done);
        }
        if (spec.use()) {
            ProjectStore store = new ProjectStore(project.folder());
            store.save(store.load().withLinks(id));
        }
        return tally.summary();
    }

    /** A project that is only read cannot be told to use other links; better said before. */
    private static void checkUse(RunSpec.Train spec, RunnableProject project)
            throws WorkbenchException {
        if (spec.use() && project.readOnly()) {
            throw new WorkbenchException("train.useReadOnly", project.folder().toString());
        }
    }

    private static void checkFrom(@Nullable String from, RunnableProject project)
            throws WorkbenchException {
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

    private static @Nullable LinkSet from(
            RunSpec.Train spec, RunnableProject project, Team team, Scope scope)
            throws WorkbenchException {
        String from = spec.from();
        if (from == null) {
            return null;
        }
        return from.equals(TeamLinks.UNTRAINED)
                ? new TeamLinks(team, scope).trainingFree(from, spec.seed())
                : project.links(from, team.device(), scope);
    }

    private static void tellRecipe(RunSpec.Train spec, JobMonitor monitor) {
        String changes = new TreeMap<>(spec.changes()).toString();
        monitor.event(
                spec.changes().isEmpty()
                        ? new RunEvent.Stage("train.recipe", List.of(spec.recipe()))
                        : new RunEvent.Stage(
                                "train.recipeChanged", List.of(spec.recipe(), changes)));
    }
}
