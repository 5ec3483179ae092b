package dev.latentloom.app;

import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunItems;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.library.RunOpener;
import dev.latentloom.views.library.RunsViewModel;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.shell.Command;
import dev.latentloom.views.shell.CommandRegistry;
import dev.latentloom.views.shell.ShellViewModel;

import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The kept runs of the open project, with one thread for their files. */
final class RunShelf implements RunOpener, AutoCloseable {
    private static final String LIBRARY = "library";

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("kept runs").factory());
    private final Background files = new Background(thread, Platform::runLater);
    private final RunDesk desk;
    private final ShellViewModel shell;
    private final Notices notices;
    private final ObservableBooleanValue busy;
    private final RunsViewModel runs;

    RunShelf(
            StoredProjects projects,
            RunDesk desk,
            ShellViewModel shell,
            Jobs jobs,
            Notices notices) {
        this.desk = desk;
        this.shell = shell;
        this.notices = notices;
        RunViewModel run = desk.run();
        busy = run.runningProperty().or(desk.evaluation().runningProperty());
        runs = new RunsViewModel(run.projectProperty(), projects::runs, this, files);
        follow(jobs);
    }

    /** Reads the runs again when a job begins or ends, and when another area is shown. */
    private void follow(Jobs jobs) {
        jobs.currentProperty()
                .subscribe(
                        job -> {
                            runs.refresh();
                            if (job != null) {
                                job.stateProperty().subscribe(state -> runs.refresh());
                            }
                        });
        shell.areaProperty().subscribe(runs::refresh);
    }

    void register(CommandRegistry commands) {
        commands.add(
                new Command(
                        "command.replay.last",
                        "run",
                        "Shortcut+R",
                        runs.lastReplayableProperty(),
                        runs::replayLast));
        commands.add("command.replay.kept", "run", "Shortcut+Shift+R", this::askForReplay);
        commands.add(
                new Command(
                        "command.runs.undo",
                        "edit",
                        null,
                        runs.trash().undoableProperty(),
                        runs::undo));
    }

    private void askForReplay() {
        shell.open(LIBRARY);
        runs.askForReplay();
    }

    RunsViewModel runs() {
        return runs;
    }

    @Override
    public void replay(KeptRun run) {
        shell.open("run");
        desk.replay().open(run.folder());
    }

    @Override
    public void items(KeptRun run) {
        RunMode mode = run.mode();
        if (mode != null) {
            files.run(
                    () -> RunItems.of(run.folder()),
                    items -> {
                        desk.evaluation().show(run.folder(), mode, items);
                        shell.open("run");
                    },
                    notices::failed);
        }
    }

    @Override
    public void toRun() {
        shell.open("run");
    }

    @Override
    public ObservableBooleanValue busyProperty() {
        return busy;
    }

    @Override
    public void failed(WorkbenchException reason) {
        notices.failed(reason);
    }

    /** Whether something is read or written. */
    boolean busy() {
        return files.busy();
    }

    /** Keeps what is being written, removes for good what was deleted, and waits for both. */
    @Override
    public void close() {
        runs.close();
        thread.close();
    }
}
