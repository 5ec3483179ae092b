package dev.latentloom.views.run;

import dev.latentloom.engine.job.RunEvent;

/**
 * One item of an evaluated data set.
 *
 * @param pass message key of the mode it was answered in
 */
public record ItemRow(String pass, RunEvent.ItemResult item) {}
