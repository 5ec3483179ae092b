package dev.latentloom.views.project;

import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectLock;
import dev.latentloom.views.graph.document.Columns;
import dev.latentloom.views.graph.document.Draft;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * A project as it was last read or written.
 *
 * @param folder its folder; null while it has none
 * @param project its name and settings
 * @param saved what its files say
 * @param fingerprint hash of these files
 * @param lock whether this process may write it; null while it has no folder
 */
record OpenProject(
        @Nullable Path folder,
        Project project,
        Draft saved,
        String fingerprint,
        @Nullable ProjectLock lock) {
    /** Nothing drawn, nowhere yet. */
    static OpenProject blank(String name) {
        Draft draft = Columns.blank();
        Project project = Project.of(name, draft.document().graph().name());
        return new OpenProject(null, project, draft, "", null);
    }

    boolean readOnly() {
        return lock != null && !lock.held();
    }

    /** Gives the folder back to others. */
    void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
