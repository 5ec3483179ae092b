package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.dialog.Ask;
import dev.latentloom.views.dialog.Choice;
import dev.latentloom.views.dialog.Place;
import dev.latentloom.views.project.ProjectWindow;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.ShellViewModel;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window shows of the project that is open.
 *
 * @param found is told of its folder, for the recent ones and the models inside; of null where it
 *     has none yet
 */
record ShownProject(
        Sheets sheets,
        Notices notices,
        ShellViewModel shell,
        RunViewModel run,
        ProjectSource projects,
        Consumer<@Nullable Path> found)
        implements ProjectWindow {
    @Override
    public Runnable opening(Path folder) {
        try {
            RunProject project = projects.open(folder);
            return () -> show(folder, project);
        } catch (WorkbenchException e) {
            return () -> notices.failed(e);
        }
    }

    private void show(Path folder, RunProject project) {
        run.open(project);
        found.accept(folder);
        List<String> lacking = lacking(project);
        shell.open(lacking.isEmpty() ? "run" : "build");
        if (!lacking.isEmpty()) {
            ask(missing(project, lacking));
        }
    }

    /** Roles of agents whose model is not chosen, or not on this machine. */
    private static List<String> lacking(RunProject project) {
        return project.graph().agents().stream()
                .filter(agent -> !agent.textOnly() && !project.widths().containsKey(agent.id()))
                .map(
                        agent ->
                                agent.model() == null
                                        ? Messages.text("project.noModel", agent.role())
                                        : Messages.text(
                                                "project.lostModel", agent.role(), agent.model()))
                .toList();
    }

    private static Ask missing(RunProject project, List<String> lacking) {
        return new Ask(
                "project.modelsMissing",
                List.of(project.name()),
                lacking,
                List.of(new Choice("project.chooseModels", true, () -> {})));
    }

    @Override
    public void moved(Path folder) {
        found.accept(folder);
        said("project.savedAs", List.of(folder));
    }

    @Override
    public void blank() {
        run.close();
        found.accept(null);
        shell.open("build");
    }

    @Override
    public void said(String key, List<?> arguments) {
        notices.said(key, arguments);
    }

    @Override
    public void failed(WorkbenchException reason) {
        notices.failed(reason);
    }

    @Override
    public void ask(Ask question) {
        sheets.ask(question);
    }

    @Override
    public void place(Place question) {
        sheets.place(question);
    }
}
