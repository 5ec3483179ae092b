package dev.latentloom.views.shell;

import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.LogModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/**
 * What the dock holds.
 *
 * @param jobs the list of jobs
 * @param log the log
 * @param logModel counts the errors of the badge
 * @param current the job whose progress shows while the dock is folded
 */
public record DockContent(
        Node jobs,
        Node log,
        LogModel logModel,
        ReadOnlyObjectProperty<@Nullable JobEntry> current) {}
