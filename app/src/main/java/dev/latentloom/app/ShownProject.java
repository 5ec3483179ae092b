package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.dialog.Ask;
import dev.latentloom.views.dialog.Place;
import dev.latentloom.views.project.ProjectWindow;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.ShellViewModel;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window shows of the project that is open.
 *
 * @param found is told of its folder, for the recent ones and the models inside
 */
record ShownProject(
        Sheets sheets,
        Notices notices,
        ShellViewModel shell,
        RunViewModel run,
        ProjectSource projects,
        Consumer<Path> found)
        implements ProjectWindow {
    @Override
    public void opened(Path folder) {
        try {
            run.open(projects.open(folder));
            found.accept(folder);
            shell.open("run");
        } catch (WorkbenchException e) {
            notices.failed(e);
        }
    }

    @Override
    public void moved(Path folder) {
        found.accept(folder);
        said("project.savedAs", List.of(folder));
    }

    @Override
    public void blank() {
        run.close();
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
