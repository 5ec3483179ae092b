package dev.latentloom.app;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.LocalModels;
import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.MemoryEstimate;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.question.QuestionReader;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.run.RunnableProject;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.task.MiniatureTask;
import dev.latentloom.engine.task.Split;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.views.graph.document.LinkParameters;
import dev.latentloom.views.run.RunProject;
import dev.latentloom.views.train.DataFacts;
import dev.latentloom.views.train.TrainEstimate;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What files tell of a training before it starts. */
record TrainingFacts(StoredProjects stored, LocalModels models) {
    private static final int LOOKED_AT = 1000;
    private static final int COPIES = 4; // weights, gradients and two moments of every link
    private static final String ITERATIONS = "iterations";

    /** The questions of a file, or some of those the project's own task draws. */
    DataFacts data(RunProject project, @Nullable Path file, Map<String, String> given)
            throws WorkbenchException {
        RunnableProject known = stored.open(project.folder(), project.graph().name());
        MiniatureTask task = known.task();
        if (file == null && task == null && known.datasets().isEmpty()) {
            throw new WorkbenchException("run.noData", project.folder().toString());
        }
        Set<String> test =
                task == null
                        ? Set.of()
                        : task.questions(Split.TEST, Integer.MAX_VALUE, 0).stream()
                                .map(Question::text)
                                .collect(Collectors.toSet());
        if (file == null && task != null) {
            List<Question> drawn = task.questions(Split.TRAIN, LOOKED_AT, 0);
            return new DataFacts(drawn, shared(drawn, test), test.size());
        }
        Path read = file == null ? known.datasets().getFirst() : file;
        List<Question> all = new QuestionReader(read).read(known.fields(read, given)).questions();
        return new DataFacts(all, shared(all, test), test.size());
    }

    private static int shared(List<Question> questions, Set<String> test) {
        return (int) questions.stream().filter(one -> test.contains(one.text())).count();
    }

    /** Memory from the files' headers, time from the newest like training of the project. */
    TrainEstimate estimate(RunProject project, RunSpec.Train spec) throws WorkbenchException {
        Map<String, Integer> widths = new HashMap<>();
        Map<Path, Long> weights = new HashMap<>();
        for (Agent agent : project.graph().agents()) {
            String model = agent.model();
            if (model != null && !agent.textOnly()) {
                Path folder = models.resolve(model, project.folder());
                widths.put(agent.id(), LmConfig.read(folder).hidden());
                weights.put(folder, MemoryEstimate.of(folder, DType.F32).weights());
            }
        }
        long numbers = widths.values().stream().mapToLong(LinkParameters::inner).sum();
        for (Edge edge : project.graph().edges()) {
            Integer from = widths.get(edge.from());
            Integer to = widths.get(edge.to());
            numbers +=
                    from == null || to == null ? 0 : LinkParameters.outer(edge.design(), from, to);
        }
        long all = weights.values().stream().mapToLong(Long::longValue).sum();
        return pace(project, spec, all, numbers * COPIES * Float.BYTES);
    }

    private TrainEstimate pace(RunProject project, RunSpec.Train spec, long weights, long links)
            throws WorkbenchException {
        long free = ProcessMemory.available();
        ProjectStore store = new ProjectStore(stored.own(project.folder()));
        for (String id : store.runIds().reversed()) {
            Path folder = store.runs().resolve(id);
            if (!Files.isDirectory(folder.resolve("checkpoints"))) {
                continue;
            }
            JsonNode about = RunFolder.readRun(folder);
            double steps = about.path("summary").path("steps").asDouble();
            boolean whole = !about.has("resumed") && steps > 0;
            if (whole && like(about.path("spec"), RunJson.MAPPER.valueToTree(spec))) {
                double seconds = about.path("summary").path("seconds").asDouble();
                return new TrainEstimate(weights, links, free, seconds / steps, id);
            }
        }
        return new TrainEstimate(weights, links, free, null, null);
    }

    /** Whether a step of both takes the same time, as far as their settings tell. */
    private static boolean like(JsonNode one, JsonNode other) {
        return List.of("graph", "recipe", "stage").stream()
                        .allMatch(part -> one.path(part).equals(other.path(part)))
                && changes(one).equals(changes(other));
    }

    private static Map<String, String> changes(JsonNode spec) {
        Map<String, String> changes = new HashMap<>();
        spec.path("changes")
                .properties()
                .forEach(change -> changes.put(change.getKey(), change.getValue().asText()));
        changes.remove(ITERATIONS);
        return changes;
    }
}
