package dev.latentloom.app;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.QuestionSource;
import dev.latentloom.views.project.ProjectViewModel;
import dev.latentloom.views.run.Example;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.run.RunViewModel;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Carries the team from Build to Run. What is drawn and not saved is saved first: a run must be
 * found again from its project's files.
 */
final class DrawnTeam {
    private final BuildViewModel build;
    private final ProjectViewModel project;
    private final RunViewModel run;
    private final ProjectSource projects;
    private final Consumer<WorkbenchException> failed;

    DrawnTeam(
            BuildViewModel build,
            ProjectViewModel project,
            RunViewModel run,
            ProjectSource projects,
            Consumer<WorkbenchException> failed) {
        this.build = build;
        this.project = project;
        this.run = run;
        this.projects = projects;
        this.failed = failed;
        run.preparedBy(this::settled);
    }

    /**
     * Asks the team that is drawn.
     *
     * @param shown runs before the question is asked
     */
    void run(Runnable shown) {
        settled(
                () -> {
                    QuestionSource question = build.draft().document().question();
                    if (question != null && !question.text().isBlank()) {
                        run.questionProperty().set(question.text());
                    }
                    shown.run();
                    run.askNow();
                });
    }

    /** Goes on once Run shows what is drawn, as its project's files have it. */
    private void settled(Runnable then) {
        project.ready(
                folder -> {
                    AgentGraph drawn = build.draft().document().effective();
                    String links = build.draft().document().links();
                    RunProject open = run.projectProperty().get();
                    try {
                        if (open == null
                                || !open.folder().equals(folder)
                                || !open.graph().equals(drawn)
                                || !Objects.equals(open.currentLinks(), links)) {
                            show(folder);
                        }
                        build.progress().start(drawn);
                        then.run();
                    } catch (WorkbenchException e) {
                        failed.accept(e);
                    }
                });
    }

    /** Shows a project in Run; the question that stands there stays. */
    void show(Path folder) throws WorkbenchException {
        String asked = run.questionProperty().get();
        Example example = run.exampleProperty().get();
        run.open(projects.open(folder));
        if (example != null) {
            run.choose(example);
        } else if (!asked.isBlank()) {
            run.questionProperty().set(asked);
        }
    }
}
