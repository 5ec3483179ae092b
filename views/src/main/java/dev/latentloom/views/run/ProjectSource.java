package dev.latentloom.views.run;

import dev.latentloom.engine.job.WorkbenchException;

import java.nio.file.Path;
import java.util.Optional;

/** Where the Run area gets projects and questions from; implemented where the engine is known. */
public interface ProjectSource {
    /** Reads a project's folder. */
    RunProject open(Path folder) throws WorkbenchException;

    /** A question of the project's own task drawn with a seed; empty where it has no such task. */
    Optional<Example> random(RunProject project, long seed) throws WorkbenchException;

    /** Whether an answer says what was expected, by the project's own check. */
    boolean right(RunProject project, String expected, String answer);
}
