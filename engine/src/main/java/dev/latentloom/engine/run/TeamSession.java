package dev.latentloom.engine.run;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.GraphCheck;
import dev.latentloom.engine.graph.GraphProblem;
import dev.latentloom.engine.graph.Severity;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkSet;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.tensor.NativeEngine;
import dev.latentloom.engine.tensor.Scope;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project's team in memory with the links it was asked to use, until closed. */
public final class TeamSession implements AutoCloseable {
    private final RunnableProject project;
    private final Team team;
    private final RunNotes notes;
    private final Scope scope = Scope.open();
    private final Map<String, String> linkFiles = new TreeMap<>();
    private @Nullable LinkSet links;
    private String linksOf = "";

    private TeamSession(RunnableProject project, Team team, RunNotes notes) {
        this.project = project;
        this.team = team;
        this.notes = notes;
    }

    /**
     * Loads the team.
     *
     * @throws WorkbenchException with the first thing that keeps the graph from running
     */
    public static TeamSession open(RunnableProject project, boolean latent, JobContext context)
            throws WorkbenchException {
        for (GraphProblem problem : GraphCheck.of(project.graph(), latent)) {
            if (problem.severity() == Severity.ERROR) {
                throw new WorkbenchException(problem.key(), problem.arguments().toArray());
            }
        }
        LocalModels models = LocalModels.ofThisMachine();
        Team team =
                Team.load(
                        project.graph(),
                        agent -> models.resolve(modelOf(agent), project.folder()),
                        context.pool(),
                        context.clock(),
                        context.monitor());
        TeamSession session = new TeamSession(project, team, context.notes());
        try {
            session.notes.note("threads", NativeEngine.threads());
            session.notes.note("graph", project.graph());
            session.notes.note("models", RunAbout.fingerprints(team.mates()));
            return session;
        } catch (WorkbenchException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    static String modelOf(Agent agent) throws WorkbenchException {
        String model = agent.model();
        if (model == null) {
            throw new WorkbenchException("graph.noModel", agent.role());
        }
        return model;
    }

    public Team team() {
        return team;
    }

    /** Answers questions under these choices. */
    void answer(
            RunChoices choices,
            List<Question> questions,
            List<Question> borrowed,
            Kept kept,
            JobMonitor monitor)
            throws WorkbenchException {
        if (choices.mode() == RunMode.LATENT_MAS) {
            new LatentMasRunner(team, choices, project.check()).answer(questions, kept, monitor);
            return;
        }
        LinkSet through = choices.mode() == RunMode.LATENT ? links(choices) : null;
        new QuestionRunner(team, choices, through, project.check())
                .answer(questions, borrowed, kept, monitor);
    }

    private LinkSet links(RunChoices choices) throws WorkbenchException {
        String wanted = choices.links() + " " + choices.speaking().seed();
        LinkSet loaded = links;
        if (loaded == null || !linksOf.equals(wanted)) {
            loaded = load(choices);
            links = loaded;
            linksOf = wanted;
        }
        return loaded;
    }

    private LinkSet load(RunChoices choices) throws WorkbenchException {
        String name = choices.links();
        if (TeamLinks.TRAINING_FREE.contains(name)) {
            return new TeamLinks(team, scope).trainingFree(name, choices.speaking().seed());
        }
        LinkSet set = project.links(name, team::device, scope);
        linkFiles.putAll(RunAbout.fingerprints(name, project.linkFolder(name)));
        notes.note("linkFiles", linkFiles);
        return set;
    }

    @Override
    public void close() {
        scope.close();
        team.close();
    }
}
