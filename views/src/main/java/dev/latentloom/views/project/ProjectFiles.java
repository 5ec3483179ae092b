package dev.latentloom.views.project;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectCopy;
import dev.latentloom.engine.project.ProjectLock;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.views.graph.document.Draft;
import dev.latentloom.views.graph.document.GraphDocument;
import dev.latentloom.views.graph.document.StoredDraft;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * Reads and writes projects; not for the FX thread.
 *
 * @param projects where new projects and copies of samples go unless people say otherwise
 * @param samples the bundled samples, which stay as they are
 */
public record ProjectFiles(Path projects, Path samples) {
    /** Whether a folder belongs to the bundled samples. */
    boolean bundled(Path folder) {
        return folder.toAbsolutePath().normalize().startsWith(samples.toAbsolutePath().normalize());
    }

    /** The project of a folder; of a sample, its copy, which is made the first time. */
    OpenProject open(Path asked) throws WorkbenchException {
        Path folder = asked;
        if (bundled(asked)) {
            folder = projects.resolve(String.valueOf(asked.getFileName()));
            if (!ProjectStore.isProject(folder)) {
                new ProjectStore(asked).load();
                ProjectCopy.copy(asked, folder);
            }
        }
        OpenProject read = read(folder, null);
        return new OpenProject(
                folder, read.project(), read.saved(), read.fingerprint(), ProjectLock.take(folder));
    }

    /** What the files of a project say now. */
    OpenProject read(Path folder, @Nullable ProjectLock lock) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        Project project = store.load();
        String fingerprint = store.fingerprint(project.graph());
        Draft draft =
                StoredDraft.draft(
                        store.drawn(project.graph()),
                        project,
                        store.layout(project.graph()).orElse(null));
        return new OpenProject(folder, project, draft, fingerprint, lock);
    }

    /** Whether the files are not as they were when they were last read or written. */
    boolean changedOutside(Path folder, OpenProject open) throws WorkbenchException {
        return !new ProjectStore(folder)
                .fingerprint(open.project().graph())
                .equals(open.fingerprint());
    }

    /** Writes what is drawn; each file as a whole or not at all, the version before is kept. */
    OpenProject save(Path folder, OpenProject open, Draft draft) throws WorkbenchException {
        ProjectStore store = new ProjectStore(folder);
        GraphDocument document = draft.document();
        Project project =
                open.project()
                        .leaving(
                                document.graph().agents().stream()
                                        .map(agent -> agent.id())
                                        .toList())
                        .withLinks(document.links());
        store.saveDrawn(StoredDraft.file(document));
        store.saveLayout(document.graph().name(), StoredDraft.layout(draft.layout()));
        store.save(project); // last: it makes a new folder a project
        return new OpenProject(
                folder, project, draft, store.fingerprint(project.graph()), open.lock());
    }

    /** Makes a project of its own of what is drawn, with all that belonged to the old one. */
    OpenProject saveAs(Path folder, OpenProject open, Draft draft) throws WorkbenchException {
        Path from = open.folder();
        if (from != null) {
            ProjectCopy.copy(from, folder);
        }
        Project named = open.project().withName(String.valueOf(folder.getFileName()));
        OpenProject fresh = save(folder, new OpenProject(folder, named, draft, "", null), draft);
        return new OpenProject(
                folder,
                fresh.project(),
                fresh.saved(),
                fresh.fingerprint(),
                ProjectLock.take(folder));
    }
}
