package dev.latentloom.app;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.graph.document.EffectiveGraph;
import dev.latentloom.views.graph.document.QuestionSource;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.run.RunViewModel;

import java.nio.file.Path;
import java.util.List;

/** Carries the team between Build, the open project and Run. */
final class DrawnTeam {
    private final BuildViewModel build;
    private final RunViewModel run;
    private final ProjectSource projects;
    private final Path samples;

    /**
     * @param samples folder of the bundled samples, which stay as they are
     */
    DrawnTeam(BuildViewModel build, RunViewModel run, ProjectSource projects, Path samples) {
        this.build = build;
        this.run = run;
        this.projects = projects;
        this.samples = samples;
    }

    /** What is drawn before a project is open. */
    static AgentGraph blank() {
        return new AgentGraph("team", "free-form", List.of(), List.of(), "", 1);
    }

    /** Draws the team of a project that was opened. */
    void show(RunProject project) {
        build.open(Columns.draft(project.graph()));
    }

    /**
     * Asks the team that is drawn. Where it is not the project's, it is kept in the project first:
     * a run must be found again from its files.
     */
    void run() throws WorkbenchException {
        RunProject open = run.projectProperty().get();
        if (open == null) {
            throw new WorkbenchException("graph.noProject");
        }
        AgentGraph drawn = EffectiveGraph.of(build.draft().document());
        if (!drawn.equals(open.graph())) {
            keep(drawn, open);
        }
        QuestionSource question = build.draft().document().question();
        if (question != null && !question.text().isBlank()) {
            run.questionProperty().set(question.text());
        }
        build.progress().start(drawn);
        run.ask();
    }

    private void keep(AgentGraph drawn, RunProject open) throws WorkbenchException {
        Path folder = open.folder().toAbsolutePath().normalize();
        if (folder.startsWith(samples.toAbsolutePath().normalize())) {
            throw new WorkbenchException("graph.sampleStays", open.name());
        }
        new ProjectStore(folder).saveGraph(drawn);
        run.open(projects.open(open.folder()));
    }
}
