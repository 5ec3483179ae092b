package dev.latentloom.app;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.BuildViewModel;
import dev.latentloom.views.home.RecoveredCard;
import dev.latentloom.views.job.Background;
import dev.latentloom.views.project.ProjectFiles;
import dev.latentloom.views.project.ProjectViewModel;
import dev.latentloom.views.project.ProjectWindow;
import dev.latentloom.views.project.RecoveredWork;
import dev.latentloom.views.project.RecoveryKeeper;
import dev.latentloom.views.project.RecoveryViewModel;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The open project with its threads: one for its files, one for the recovery journal. */
final class ProjectDesk implements AutoCloseable {
    private static final long LOOK_SECONDS = 2;

    private final ScheduledExecutorService files = thread("project files");
    private final ScheduledExecutorService clock = thread("recovery journal");
    private final ProjectViewModel project;
    private final RecoveryKeeper keeper;
    private final RecoveryViewModel recovery;
    private final StoredPrompts prompts;

    /**
     * @param window what the rest of the window does when the project changes
     */
    ProjectDesk(Places places, Path samples, BuildViewModel build, ProjectWindow window) {
        Background background = new Background(files, Platform::runLater);
        ProjectFiles store = new ProjectFiles(places.data().resolve("projects"), samples);
        RecoveryJournal journal = new RecoveryJournal(places.state().resolve("recovery"));
        project = new ProjectViewModel(build, store, window, background);
        keeper = new RecoveryKeeper(project, journal, clock);
        recovery = new RecoveryViewModel(project, store, journal, background, window);
        prompts = new StoredPrompts(places.natives());
        build.prompts().readBy(prompts);
        build.links()
                .readBy(
                        new LinkCatalogue(
                                new StoredProjects(samples, places.data()),
                                places.data().resolve("projects"),
                                LocalModels.ofThisMachine()),
                        new ProjectLinks(project));
        often(project::look);
    }

    /** Does something on the FX thread every two seconds while the window is open. */
    void often(Runnable act) {
        var _ =
                clock.scheduleWithFixedDelay(
                        () -> Platform.runLater(act), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    ProjectViewModel project() {
        return project;
    }

    /** Work that can be recovered. */
    RecoveryViewModel recovery() {
        return recovery;
    }

    /** Offers recovered work on Home. */
    void offer(ObservableList<RecoveredCard> cards) {
        recovery.found()
                .addListener(
                        (ListChangeListener<RecoveredWork>)
                                change ->
                                        cards.setAll(
                                                recovery.found().stream()
                                                        .map(this::card)
                                                        .toList()));
        recovery.look();
    }

    private RecoveredCard card(RecoveredWork work) {
        String key = work.savedLater() ? "home.recovered.savedLater" : "home.recovered.text";
        Path folder = work.folder();
        return new RecoveredCard(
                work.name(),
                Messages.text(
                        folder == null ? "home.recovered.nowhere" : key,
                        work.time(),
                        folder == null ? "" : folder),
                () -> recovery.open(work),
                () -> recovery.drop(work),
                () -> recovery.compare(work));
    }

    /** Leaves the program once nothing is unsaved, or people do not mind. */
    void leave(Runnable exit) {
        project.leave(
                () -> {
                    keeper.forget();
                    exit.run();
                });
    }

    @Override
    public void close() {
        project.close();
        prompts.close();
        files.shutdown();
        clock.shutdown();
    }
}
