package dev.latentloom.views.train;

import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.question.Question;
import dev.latentloom.views.run.RunProject;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two recipes, and a project whose links grow with each training. */
final class FewRecipes implements TrainSource {
    final List<String> sets = new ArrayList<>(List.of("old"));

    final List<String> used = new ArrayList<>();
    boolean readOnly;
    int shared;
    long free = 1L << 30;
    @Nullable Double pace;
    @Nullable StoppedRun stopped;

    @Override
    public List<RecipeCard> recipes() {
        return List.of(
                new RecipeCard(
                        "on-policy",
                        List.of(
                                new RecipePart("batch", "64"),
                                new RecipePart("iterations", "100"),
                                new RecipePart("rounds", ""))),
                new RecipeCard("unrolled", List.of(new RecipePart("batch", "16"))));
    }

    @Override
    public void check(String recipe, Map<String, String> changes) throws WorkbenchException {
        if (changes.containsValue("many")) {
            throw new WorkbenchException("train.badPart", changes.toString(), recipe, "a number");
        }
    }

    @Override
    public List<String> startingSets(RunProject project) {
        return List.copyOf(sets);
    }

    @Override
    public DataFacts data(RunProject project, @Nullable Path file, Map<String, String> fields) {
        List<Question> questions =
                List.of(Question.of("a b c", "d", Map.of()), Question.of("a b", "c", Map.of()));
        return new DataFacts(questions, shared, 10);
    }

    @Override
    public TrainEstimate estimate(RunProject project, RunSpec.Train spec) {
        return new TrainEstimate(1 << 20, 1 << 10, free, pace, pace == null ? null : "t0");
    }

    @Override
    public boolean readOnly(RunProject project) {
        return readOnly;
    }

    @Override
    public void use(RunProject project, String links) {
        used.add(links);
    }

    @Override
    public Optional<StoppedRun> stopped(RunProject project) {
        return Optional.ofNullable(stopped);
    }

    @Override
    public RunProject reread(RunProject project) {
        List<String> links = new ArrayList<>(sets);
        links.add("soft-token");
        return new RunProject(
                project.folder(),
                project.name(),
                project.graph(),
                project.widths(),
                links,
                project.currentLinks(),
                project.examples());
    }
}
