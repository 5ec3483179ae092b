package dev.latentloom.engine.run;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.lm.LmPool;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What a job works with.
 *
 * @param pool models in memory
 * @param projects reads projects
 * @param folder the run's own folder
 * @param clock what time it is
 * @param monitor hears its events and says whether it may go on
 * @param notes takes what else {@code run.json} should say
 */
public record JobContext(
        LmPool pool,
        ProjectOpener projects,
        Path folder,
        Clock clock,
        JobMonitor monitor,
        RunNotes notes) {}
