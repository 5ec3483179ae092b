package dev.latentloom.views.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.views.run.RunProject;

import java.util.List;
import java.util.Map;

/** What the Train area must ask of the engine; implemented where the engine is known. */
public interface TrainSource {
    /** Every recipe there is; the first is chosen at the start. */
    List<RecipeCard> recipes();

    /** Refuses changes that do not fit a recipe. */
    void check(String recipe, Map<String, String> changes) throws WorkbenchException;

    /** Names of the project's link sets that a training can start from. */
    List<String> startingSets(RunProject project);

    /** Reads a project anew, after its links have changed. */
    RunProject reread(RunProject project) throws WorkbenchException;
}
