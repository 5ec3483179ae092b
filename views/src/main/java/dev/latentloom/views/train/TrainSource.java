package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.run.RunProject;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the Train area must ask of the engine; implemented where the engine is known. */
public interface TrainSource {
    /** Every recipe there is; the first is chosen at the start. */
    List<RecipeCard> recipes();

    /** Refuses changes that do not fit a recipe. */
    void check(String recipe, Map<String, String> changes) throws WorkbenchException;

    /** Names of the project's link sets that a training can start from. */
    List<String> startingSets(RunProject project);

    /**
     * Reads what a training would learn from.
     *
     * @param file null for the project's own questions
     * @param fields which field of it is what, by role; what is left out goes by the names
     */
    DataFacts data(RunProject project, @Nullable Path file, Map<String, String> fields)
            throws WorkbenchException;

    /** Estimates what a training will take; reads files. */
    TrainEstimate estimate(RunProject project, RunSpec.Train spec) throws WorkbenchException;

    /** Whether a project stays as it is, so that its current links cannot be changed for good. */
    boolean readOnly(RunProject project);

    /** Makes a link set the project's current one. */
    void use(RunProject project, String links) throws WorkbenchException;

    /** The newest training of a project that can go on, if there is one; reads its events. */
    Optional<StoppedRun> stopped(RunProject project) throws WorkbenchException;

    /** Reads a project anew, after its links have changed. */
    RunProject reread(RunProject project) throws WorkbenchException;
}
