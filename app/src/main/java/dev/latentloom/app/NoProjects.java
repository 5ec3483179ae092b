package dev.latentloom.app;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.run.Example;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;

import java.nio.file.Path;
import java.util.Optional;

/** Says of every project that this build has no engine to read it. */
final class NoProjects implements ProjectSource {
    @Override
    public RunProject open(Path folder) throws WorkbenchException {
        throw new WorkbenchException("shell.noEngine");
    }

    @Override
    public Optional<Example> random(RunProject project, long seed) throws WorkbenchException {
        throw new WorkbenchException("shell.noEngine");
    }

    @Override
    public boolean right(RunProject project, String expected, String answer) {
        return expected.strip().equals(answer.strip());
    }
}
