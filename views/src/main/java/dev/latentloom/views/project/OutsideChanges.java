package dev.latentloom.views.project;

import dev.latentloom.engine.project.ProjectLock;
import dev.latentloom.views.job.Background;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What other hands than this window's drawing did to a project's files. */
final class OutsideChanges {
    private final ProjectViewModel project;
    private final ProjectFiles files;
    private final ProjectWindow window;
    private final Background background;
    private boolean asking;

    OutsideChanges(
            ProjectViewModel project,
            ProjectFiles files,
            ProjectWindow window,
            Background background) {
        this.project = project;
        this.files = files;
        this.window = window;
        this.background = background;
    }

    /** Looks whether another program changed the files; asks what shall count if so. */
    void look() {
        OpenProject before = project.current();
        Path folder = before.folder();
        if (folder == null || asking || background.busy()) {
            return;
        }
        background.run(
                () -> files.changedOutside(folder, before),
                changed -> {
                    if (changed && project.current().equals(before)) {
                        ask(folder);
                    }
                },
                window::failed);
    }

    private void ask(Path folder) {
        asking = true; // once, until it is answered or the next save finds it again
        String name = project.current().project().name();
        window.ask(Asks.changedOutside(name, () -> keepMine(folder), () -> reload(folder)));
    }

    /** Goes on with what the files say. */
    void reload(Path folder) {
        asking = false;
        ProjectLock lock = project.current().lock();
        background.run(
                () -> new Opened(files.read(folder, lock), window.opening(folder)),
                now -> {
                    project.show(now.project());
                    now.shown().run();
                },
                window::failed);
    }

    /** What is drawn stays; it counts as unsaved where the files now say something else. */
    private void keepMine(Path folder) {
        asking = false;
        read(folder, project::become);
    }

    /** Reads the files of the open project anew. */
    void read(Path folder, Consumer<OpenProject> then) {
        ProjectLock lock = project.current().lock();
        background.run(() -> files.read(folder, lock), then, window::failed);
    }
}
