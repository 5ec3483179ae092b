package dev.latentloom.views.shell;

import dev.latentloom.views.dock.DockPane;
import dev.latentloom.views.job.JobEntry;
import dev.latentloom.views.job.LogModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What the dock holds in every area.
 *
 * @param panes its panes, at least one
 * @param logModel counts the errors of the badge
 * @param current the job whose progress shows at the top of the window
 */
public record DockContent(
        Map<DockPane, Node> panes,
        LogModel logModel,
        ReadOnlyObjectProperty<@Nullable JobEntry> current) {}
