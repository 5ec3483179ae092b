package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.DataNote;
import dev.latentloom.engine.project.DataNotes;
import dev.latentloom.engine.project.DataUse;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.views.run.DataOffer;
import dev.latentloom.views.run.DataSource;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Data files of projects on the disk; what is remembered of them lies where their runs lie.
 *
 * @param use what they are chosen for
 */
record StoredData(StoredProjects projects, DataUse use) implements DataSource {
    @Override
    public DataOffer offer(Path project) throws WorkbenchException {
        RunnableProject opened = projects.open(project, null);
        return new DataOffer(
                opened.task() != null, opened.datasets(), notes(project).last(use).orElse(null));
    }

    @Override
    public Optional<DataNote> note(Path project, Path file) throws WorkbenchException {
        return notes(project).of(file);
    }

    @Override
    public void remember(Path project, @Nullable Path file, DataNote note)
            throws WorkbenchException {
        notes(project).remember(use, file, note);
    }

    private DataNotes notes(Path project) {
        return new DataNotes(project, projects.own(project));
    }
}
