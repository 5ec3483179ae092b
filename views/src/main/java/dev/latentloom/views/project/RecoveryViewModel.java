package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.Recovered;
import dev.latentloom.engine.project.RecoveryJournal;
import dev.latentloom.resources.Messages;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.StoredDraft;
import dev.latentloom.views.job.Background;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Work that a process left unsaved when it ended: opened, compared with the files, or dropped. */
public final class RecoveryViewModel {
    private final ProjectViewModel project;
    private final ProjectFiles files;
    private final RecoveryJournal journal;
    private final Background background;
    private final ProjectWindow window;
    private final ObservableList<RecoveredWork> found = FXCollections.observableArrayList();

    public RecoveryViewModel(
            ProjectViewModel project,
            ProjectFiles files,
            RecoveryJournal journal,
            Background background,
            ProjectWindow window) {
        this.project = project;
        this.files = files;
        this.journal = journal;
        this.background = background;
        this.window = window;
    }

    /** Looks for such work; what equals its project's files is not worth a word. */
    public void look() {
        background.run(
                () -> {
                    List<RecoveredWork> worth = new ArrayList<>();
                    for (Recovered work : journal.left()) {
                        RecoveredWork beside = beside(work);
                        if (beside.differences().isEmpty()) {
                            journal.remove(work.owner());
                        } else {
                            worth.add(beside);
                        }
                    }
                    return worth;
                },
                found::setAll,
                window::failed);
    }

    private RecoveredWork beside(Recovered work) {
        Draft draft = StoredDraft.draft(work.graph(), work.project(), work.layout());
        Path folder = folder(work);
        if (folder != null) {
            try {
                OpenProject saved = files.read(folder, null);
                return new RecoveredWork(
                        work,
                        folder,
                        draft,
                        !saved.fingerprint().equals(work.base()),
                        Differences.of(saved.saved(), draft));
            } catch (WorkbenchException e) { // then the recovered work is all there is
                return new RecoveredWork(
                        work, null, draft, false, List.of(Messages.text(e.key(), e.arguments())));
            }
        }
        Draft blank = OpenProject.blank("").saved();
        return new RecoveredWork(work, null, draft, false, Differences.of(blank, draft));
    }

    private static @Nullable Path folder(Recovered work) {
        String folder = work.folder();
        return folder != null && ProjectStore.isProject(Path.of(folder)) ? Path.of(folder) : null;
    }

    /** Opens the project with the recovered work as its last edit, which undo takes back. */
    public void open(RecoveredWork work) {
        Path folder = work.folder();
        project.leave(
                () -> {
                    if (folder == null) {
                        project.goOnWithout(
                                work.work().project().name(), work.draft(), "graph.edit.recover");
                        takeOver(work);
                    } else {
                        project.openNow(
                                folder,
                                () -> {
                                    project.goOnWith(work.draft(), "graph.edit.recover");
                                    takeOver(work);
                                });
                    }
                });
    }

    /** Keeps it as this process's unsaved work before what the other process kept is forgotten. */
    private void takeOver(RecoveredWork work) {
        OpenProject opened = project.current();
        found.remove(work);
        background.run(
                () -> {
                    project.keep(opened, work.draft());
                    journal.remove(work.work().owner());
                    return work;
                },
                gone -> {},
                window::failed);
    }

    /** Forgets the recovered work. */
    public void drop(RecoveredWork work) {
        found.remove(work);
        background.run(
                () -> {
                    journal.remove(work.work().owner());
                    return work;
                },
                gone -> {},
                window::failed);
    }

    /** Shows in words what differs from the files. */
    public void compare(RecoveredWork work) {
        window.ask(
                Asks.recovered(
                        work.name(), work.differences(), () -> drop(work), () -> open(work)));
    }

    /** What was found, latest first. */
    public ObservableList<RecoveredWork> found() {
        return found;
    }
}
