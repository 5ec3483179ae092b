package dev.latentloom.views.run;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.DataNote;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/** What a project has for data, and what it remembers of it; reads and writes files. */
public interface DataSource {
    /** The questions of a project. */
    DataOffer offer(Path project) throws WorkbenchException;

    /** What a project remembers of a data file. */
    Optional<DataNote> note(Path project, Path file) throws WorkbenchException;

    /**
     * Lets a project remember what was used last.
     *
     * @param file null for the questions of its own task
     */
    void remember(Path project, @Nullable Path file, DataNote note) throws WorkbenchException;
}
