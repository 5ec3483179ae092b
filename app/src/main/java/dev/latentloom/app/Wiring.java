package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.JobRunner;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.Fxml;
import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.dock.DockViewModel;
import dev.latentloom.views.graph.BuildArea;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.home.HomeArea;
import dev.latentloom.views.home.HomeViewModel;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.job.Jobs;
import dev.latentloom.views.job.LogModel;
import dev.latentloom.views.job.MemoryViewModel;
import dev.latentloom.views.job.NextFrame;
import dev.latentloom.views.library.LibraryArea;
import dev.latentloom.views.library.LibraryViewModel;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunViewModel;
import dev.latentloom.views.settings.Settings;
import dev.latentloom.views.settings.SettingsViewModel;
import dev.latentloom.views.shell.Area;
import dev.latentloom.views.shell.CommandRegistry;
import dev.latentloom.views.shell.ShellView;
import dev.latentloom.views.shell.ShellViewModel;
import dev.latentloom.views.train.TrainViewModel;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where everything is put together; must be made on the FX thread. */
public final class Wiring implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(Wiring.class.getName());

    private final LogModel log = new LogModel();
    private final NextFrame frame = new NextFrame();
    private final WindowLog handler = new WindowLog(log, Platform::runLater);
    private final Keeping keeping = new Keeping();
    private final ShellViewModel shellModel = new ShellViewModel();
    private final CommandRegistry commands = new CommandRegistry();
    private final JobRunner runner;
    private final Notices notices = new Notices(log, this::showLog);
    private final Sheets sheets = new Sheets(this::showSheet, this::hideSheet);
    private final SettingsViewModel settings;
    private final DockViewModel dock;
    private final HomeViewModel home;
    private final Jobs jobs;
    private final RunViewModel run;
    private final RunDesk runDesk;
    private final TrainDesk trainDesk;
    private final BuildViewModel build;
    private final LibraryViewModel library;
    private final RunShelf shelf;
    private final ProjectDesk desk;
    private final ShellView shell;
    private final DrawnTeam team;
    private final ModelSearch search;
    private final Parent window;

    /**
     * @param runner runs every job of the window; closed with the window
     * @param projects reads projects for the Run area
     * @param exit the one way out of the program
     */
    public Wiring(Places places, JobRunner runner, ProjectSource projects, Runnable exit) {
        this.runner = runner;
        Logger.getLogger("").addHandler(handler);
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) ->
                        LOGGER.log(Level.SEVERE, Messages.text("shell.fault", fault), fault));
        Preferences preferences = new Preferences(places);
        StartFiles start = new StartFiles(preferences, keeping, samplesFolder(), notices);
        settings = start.settings();
        dock = start.dock(new LayoutFile(places));
        jobs = new Jobs(runner, frame, log);
        run = new RunViewModel(jobs, projects);
        Background files = background();
        StoredProjects stored = new StoredProjects(samplesFolder(), places.data());
        runDesk = new RunDesk(jobs, run, stored, files);
        trainDesk = new TrainDesk(jobs, run, projects, stored, files, this::settingsWritten);
        build =
                new BuildViewModel(
                        Columns.blank(),
                        ModelCatalogue.NONE,
                        Thread::startVirtualThread,
                        Platform::runLater);
        run.witnessedBy(build.progress()::fold);
        desk =
                new ProjectDesk(
                        places,
                        samplesFolder(),
                        build,
                        new ShownProject(sheets, notices, shellModel, run, projects, this::found));
        team = new DrawnTeam(build, desk.project(), run, projects, notices::failed);
        library = new LibraryViewModel(jobs);
        shelf = new RunShelf(stored, runDesk, shellModel, jobs, notices);
        shelf.runs().runs().subscribe(train()::runsChanged);
        search = new ModelSearch(settings, build, library);
        home = new HomeViewModel(start.samples(), this::open);
        shell =
                new ShellView(
                        shellModel,
                        commands,
                        dock,
                        DockPanes.of(jobs, log, new MemoryViewModel(runner, background())),
                        areas());
        var projectCommands = new ProjectCommands(desk.project(), build, settings, sheets, notices);
        projectCommands.register(commands);
        projectCommands.registerGraphs(commands);
        new ShellCommands(shell, shellModel, settings, preferences.file())
                .register(commands, () -> leave(exit));
        new LayoutCommands(dock).register(commands);
        new EditCommands(build, run.choices().wires(), shellModel).register(commands);
        new TeamCommands(run, train()).register(commands);
        shelf.register(commands);
        window = Fxml.load(shell);
        shellModel.projectProperty().bind(desk.project().titleProperty());
        shellModel.open("home");
        settings.settingsProperty().subscribe(this::showRecent);
        examine(frame, Thread::startVirtualThread);
        search.look(null);
        desk.offer(home.recovered());
        desk.often(new FolderWatch(stored, runDesk, train(), build.links())::look);
    }

    /**
     * A window with the engine of this process behind it; nothing is loaded before the first job.
     */
    static Wiring local(Places places, Runnable exit) {
        LocalEngine engine = new LocalEngine(places, samplesFolder());
        JobRunner runner =
                new BackgroundRunner(
                        listener -> engine.start(new Preferences(places).load(), listener));
        ProjectSource projects =
                new StoredProjectSource(engine.projects(), LocalModels.ofThisMachine());
        return new Wiring(places, runner, projects, exit);
    }

    private List<Area> areas() {
        return List.of(
                new HomeArea(home),
                new BuildArea(build, this::runDrawn),
                runDesk.area(),
                trainDesk.area(),
                new LibraryArea(library, shelf.runs()));
    }

    private void examine(Executor later, Executor background) {
        Doctor doctor = new Doctor(settings.get().modelFolders(), samplesFolder());
        home.examine(doctor::examine, background, later);
    }

    private static Background background() {
        return new Background(Thread::startVirtualThread, Platform::runLater);
    }

    private void runDrawn() {
        team.run(() -> shellModel.open("run"));
    }

    private void showSheet(Node sheet) {
        shell.show(sheet);
    }

    private void hideSheet() {
        shell.hide();
    }

    private void showLog() {
        dock.show(DockPane.LOG);
    }

    private void showRecent(Settings now) {
        home.showRecent(now.recent().stream().map(Path::of).toList());
    }

    private void found(@Nullable Path folder) {
        search.look(folder);
        if (folder != null) {
            settings.set(settings.get().withRecent(folder.toString()));
        }
    }

    private void settingsWritten() {
        desk.project().written();
    }

    /** Opens a project and shows it in Run; a failure stands in the log. */
    void open(Path folder) {
        desk.project().open(folder);
    }

    /** What is drawn in Build. */
    BuildViewModel build() {
        return build;
    }

    /** The open project, its files and its unsaved work. */
    ProjectDesk desk() {
        return desk;
    }

    /** Leaves the program once nothing is unsaved, or people do not mind. */
    void leave(Runnable exit) {
        desk.leave(exit);
    }

    /** Which panes stand where. */
    DockViewModel dock() {
        return dock;
    }

    /** What stands in the frame of the window. */
    ReadOnlyStringProperty titleProperty() {
        return desk.project().titleProperty();
    }

    static Path samplesFolder() {
        return Path.of(System.getProperty("latentloom.samples", "sample-projects"));
    }

    /** Shows an area. */
    void show(String area) {
        shellModel.open(area);
    }

    /** Asks the team the question that stands in Run. */
    void ask() {
        run.ask();
    }

    /** Questions to the team. */
    RunViewModel run() {
        return run;
    }

    /** Data sets, ablations and replays. */
    RunDesk runDesk() {
        return runDesk;
    }

    /** The kept runs of the open project. */
    RunShelf shelf() {
        return shelf;
    }

    /** Training of the open project's links. */
    TrainViewModel train() {
        return trainDesk.train();
    }

    /** Lets the first model of the library go on from a prompt. */
    void tryFirstModel(String prompt) {
        library.chosenProperty().set(library.models().getFirst());
        library.promptProperty().set(prompt);
        library.tryIt();
    }

    /** Whether nothing is at work: no job runs, no search for models, the doctor has looked. */
    boolean settled() {
        return !search.busy()
                && !desk.project().busy()
                && !keeping.busy()
                && !shelf.busy()
                && jobs.currentProperty().get() == null
                && !home.doctorProperty().get().lines().isEmpty();
    }

    /** Root of the window's scene. */
    public Parent window() {
        return window;
    }

    public SettingsViewModel settings() {
        return settings;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        desk.close();
        shelf.close();
        keeping.close();
        runner.close();
    }
}
