package dev.latentloom.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.AtomicFile;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.run.TeamLinks;
import dev.latentloom.engine.train.Recipe;
import dev.latentloom.engine.train.Recipes;
import dev.latentloom.views.run.ProjectSource;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.train.DataFacts;
import dev.latentloom.views.train.RecipeCard;
import dev.latentloom.views.train.RecipePart;
import dev.latentloom.views.train.StoppedRun;
import dev.latentloom.views.train.TrainEstimate;
import dev.latentloom.views.train.TrainSource;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine's recipes, and projects of the disk. */
final class StoredTrainSource implements TrainSource {
    private static final String NAME = "name";
    private static final String FIRST = "on-policy"; // learns on every sample, in minutes
    private static final Set<RunState> OVER_OR_AT_WORK =
            EnumSet.of(RunState.DONE, RunState.RUNNING, RunState.UNREADABLE);
    private static final String CHECKPOINT = "checkpoints/last.safetensors";

    private final ProjectSource projects;
    private final StoredProjects stored;
    private final Runnable written;
    private final TrainingFacts facts;

    /**
     * @param stored knows where a project's runs are written
     * @param written is told when a project's settings were written
     */
    StoredTrainSource(ProjectSource projects, StoredProjects stored, Runnable written) {
        this.projects = projects;
        this.written = written;
        this.stored = stored;
        facts = new TrainingFacts(stored, LocalModels.ofThisMachine());
    }

    @Override
    public List<RecipeCard> recipes() {
        List<RecipeCard> cards = new ArrayList<>();
        List<String> names = new ArrayList<>(Recipes.names());
        names.remove(FIRST);
        names.addFirst(FIRST);
        for (String name : names) {
            try {
                cards.add(card(Recipes.of(name, Map.of())));
            } catch (WorkbenchException e) {
                throw new IllegalStateException("a recipe without changes is sound", e);
            }
        }
        return cards;
    }

    private static RecipeCard card(Recipe recipe) {
        List<RecipePart> parts = new ArrayList<>();
        JsonNode json = RunJson.MAPPER.valueToTree(recipe);
        json.properties()
                .forEach(
                        part -> {
                            boolean changeable = part.getValue().isValueNode();
                            if (changeable && !part.getKey().equals(NAME)) {
                                parts.add(new RecipePart(part.getKey(), text(part.getValue())));
                            }
                        });
        return new RecipeCard(recipe.name(), parts);
    }

    @Override
    public DataFacts data(RunProject project, @Nullable Path file, Map<String, String> fields)
            throws WorkbenchException {
        return facts.data(project, file, fields);
    }

    @Override
    public TrainEstimate estimate(RunProject project, RunSpec.Train spec)
            throws WorkbenchException {
        return facts.estimate(project, spec);
    }

    @Override
    public boolean readOnly(RunProject project) {
        return !stored.own(project.folder()).equals(project.folder());
    }

    @Override
    public void use(RunProject project, String links) throws WorkbenchException {
        ProjectStore store = new ProjectStore(project.folder());
        store.save(store.load().withLinks(links));
        written.run();
    }

    @Override
    public Optional<StoppedRun> stopped(RunProject project) throws WorkbenchException {
        ProjectStore store = new ProjectStore(stored.own(project.folder()));
        for (String id : store.runIds().reversed()) {
            Path folder = store.runs().resolve(id);
            if (Files.isRegularFile(folder.resolve(CHECKPOINT))) {
                KeptRun run = KeptRun.read(folder);
                return OVER_OR_AT_WORK.contains(run.state())
                        ? Optional.empty()
                        : Optional.of(stopped(run));
            }
        }
        return Optional.empty();
    }

    private static StoppedRun stopped(KeptRun run) throws WorkbenchException {
        List<RunEvent> told = RunFolder.readEvents(run.folder());
        long step =
                told.stream()
                        .filter(RunEvent.Checkpoint.class::isInstance)
                        .mapToLong(event -> ((RunEvent.Checkpoint) event).step())
                        .max()
                        .orElse(0);
        try {
            RunSpec spec = RunJson.MAPPER.treeToValue(run.about().path("spec"), RunSpec.class);
            return new StoppedRun(run.id(), (RunSpec.Train) spec, step, told);
        } catch (JsonProcessingException e) {
            Path file = RunFolder.file(run.folder());
            throw new WorkbenchException(
                    e,
                    "project.badJson",
                    file.toString(),
                    1,
                    e.getOriginalMessage(),
                    file.getFileName() + AtomicFile.PREVIOUS);
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    @Override
    public void check(String recipe, Map<String, String> changes) throws WorkbenchException {
        Recipes.of(recipe, changes);
    }

    @Override
    public List<String> startingSets(RunProject project) {
        return project.links().stream()
                .filter(name -> !TeamLinks.TRAINING_FREE.contains(name))
                .toList();
    }

    @Override
    public RunProject reread(RunProject project) throws WorkbenchException {
        return projects.open(project.folder());
    }
}
