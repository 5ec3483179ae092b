package dev.latentloom.views.graph;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.graph.document.KnownLinks;
import dev.latentloom.views.graph.document.LinkMatch;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/** Link sets on this machine; not for the FX thread. */
public interface LinkLibrary {
    /**
     * Every set at hand: the project's own, the kinds that need no training, then those of other
     * projects.
     *
     * @param project folder of the open project; null while it has none
     */
    List<KnownLinks> sets(@Nullable Path project) throws WorkbenchException;

    /**
     * Copies a set of another project into a project.
     *
     * @param names what its links are called there
     * @return name of the copy
     */
    String copy(KnownLinks set, LinkMatch.Names names, Path project) throws WorkbenchException;
}
