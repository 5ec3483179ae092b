package dev.latentloom.engine.run;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Reads a project for a run. */
@FunctionalInterface
public interface ProjectOpener {
    /**
     * Reads a project's folder.
     *
     * @param graph name of the graph to run; null means the project's first
     */
    RunnableProject open(Path folder, @Nullable String graph) throws WorkbenchException;
}
