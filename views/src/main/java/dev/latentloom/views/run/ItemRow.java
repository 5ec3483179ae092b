package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * One item of an evaluated data set.
 *
 * @param pass message key of the mode it was answered in
 * @param run folder of the run; null where that is not known
 */
public record ItemRow(String pass, @Nullable Path run, RunEvent.ItemResult item) {}
