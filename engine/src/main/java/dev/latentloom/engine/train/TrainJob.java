package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunTimes;
import dev.latentloom.engine.run.JobContext;
import dev.latentloom.engine.run.ProjectOpener;
import dev.latentloom.engine.run.Team;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.engine.run.TeamSession;
import dev.latentloom.engine.run.TrainExecutor;
import dev.latentloom.engine.run.UnknownWords;
import dev.latentloom.engine.tensor.DeviceChoice;
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
    public void check(
            RunSpec.Train spec, ProjectOpener projects, DeviceChoice engine, @Nullable Path resumed)
            throws WorkbenchException {
        checkDevices(TrainPlan.of(spec, projects, resumed).project().graph(), engine);
    }

    /** All links are clipped by one norm, and losses of several agents are added up. */
    private static void checkDevices(AgentGraph graph, DeviceChoice engine)
            throws WorkbenchException {
        for (Agent agent : graph.agents()) {
            Agent first = graph.agents().getFirst();
            String there = first.deviceOr(engine.name());
            String own = agent.deviceOr(engine.name());
            if (!own.equals(there)) {
                throw new WorkbenchException(
                        "train.devices", first.role(), there, agent.role(), own);
            }
        }
    }

    @Override
    public Map<String, Object> train(RunSpec.Train asked, JobContext context)
            throws WorkbenchException {
        Path resumed = asked.resume() == null ? null : context.folder();
        TrainPlan plan = TrainPlan.of(asked, context.projects(), resumed);
        Resumption before = plan.before();
        if (before != null) {
            before.rewind(context);
        }
        context.notes().note("recipe", plan.recipe());
        tellRecipe(plan.spec(), context.monitor());
        TrainingData data =
                new ProjectData(plan.project())
                        .read(plan.spec().data(), plan.spec().fields(), context.monitor());
        String id = String.valueOf(context.folder().getFileName());
        List<RunEvent> told = before == null ? List.of() : RunFolder.readEvents(context.folder());
        double spent = before == null ? 0 : RunTimes.worked(context.folder(), told);
        TrainTally tally = new TrainTally(id, data.validation().size(), spent, context.monitor());
        told.forEach(tally::recall);
        context.notes().partial(tally::summary);
        tally.ended(train(plan, data, context, tally));
        if (plan.spec().use()) {
            ProjectStore store = new ProjectStore(plan.project().folder());
            store.save(store.load().withLinks(id));
        }
        return tally.summary();
    }

    private static TrainSummary train(
            TrainPlan plan, TrainingData data, JobContext context, JobMonitor monitor)
            throws WorkbenchException {
        try (TeamSession session = TeamSession.open(plan.project(), true, context);
                Scope scope = Scope.open()) {
            Resumption before = plan.before();
            if (before != null) {
                before.tellMachine(context.monitor());
            }
            Path run = context.folder();
            Path links =
                    plan.project()
                            .own()
                            .resolve("links")
                            .resolve(String.valueOf(run.getFileName()));
            UnknownWords.tell(session.team(), data.validation(), monitor);
            LinkSet from = from(plan, session.team(), scope);
            boolean resume = plan.spec().resume() != null;
            var places = new LinkTraining.Places(run, links, from, resume);
            return new LinkTraining(session.team(), data, plan.recipe(), plan.seed())
                    .run(places, monitor);
        }
    }

    private static @Nullable LinkSet from(TrainPlan plan, Team team, Scope scope)
            throws WorkbenchException {
        String from = plan.spec().from();
        if (from == null) {
            return null;
        }
        return from.equals(TeamLinks.UNTRAINED)
                ? new TeamLinks(team, scope).trainingFree(from, plan.seed())
                : plan.project().links(from, team::device, scope);
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
