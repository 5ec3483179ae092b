package dev.latentloom.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.KeptRun;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunState;
import dev.latentloom.engine.run.JobContext;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A training that goes on in its folder. What it was begun with holds wherever nothing else is
 * asked; other settings are refused with their differences, another machine is told.
 *
 * @param folder the run's folder
 * @param about what its {@code run.json} said before this part of it
 * @param begun what it was begun with
 */
record Resumption(Path folder, JsonNode about, RunSpec.Train begun) {
    private static final List<String> MACHINE =
            List.of("device", "dtype", "java", "libtorch", "system");
    private static final List<String> LOADED = List.of("threads", "models");

    /** Reads what a run was begun with. */
    static Resumption of(Path folder) throws WorkbenchException {
        JsonNode about = RunFolder.readRun(folder);
        try {
            RunSpec spec = RunJson.MAPPER.treeToValue(about.path("spec"), RunSpec.class);
            if (spec instanceof RunSpec.Train begun) {
                return new Resumption(folder, about, begun);
            }
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(
                    e, "train.notATraining", folder.toString(), e.getOriginalMessage());
        }
        throw new WorkbenchException(
                "train.notATraining", folder.toString(), about.path("spec").path("kind").asText());
    }

    /** What is asked, with every gap filled by what the run was begun with. */
    RunSpec.Train completed(RunSpec.Train asked) {
        Map<String, String> changes = new TreeMap<>();
        if (asked.recipe().equals(begun.recipe())) {
            changes.putAll(begun.changes());
        }
        changes.putAll(asked.changes());
        return new RunSpec.Train(
                asked.project(),
                or(asked.graph(), begun.graph()),
                asked.recipe(),
                or(asked.stage(), begun.stage()),
                or(asked.data(), begun.data()),
                asked.fields().isEmpty() ? begun.fields() : asked.fields(),
                or(asked.from(), begun.from()),
                asked.resume(),
                asked.use() || begun.use(),
                changes,
                or(asked.seed(), begun.seed()));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T otherwise) {
        return given == null ? otherwise : given;
    }

    /**
     * Compares what shall be done now with what was begun.
     *
     * @throws WorkbenchException with every difference, or where the run is done
     */
    void check(RunSpec.Train now, Recipe recipe) throws WorkbenchException {
        List<String> differences = new ArrayList<>();
        compare("graph", begun.graph(), now.graph(), differences);
        compare("stage", begun.stage(), now.stage(), differences);
        compare("data", begun.data(), now.data(), differences);
        compare("fields", begun.fields(), now.fields(), differences);
        compare("from", begun.from(), now.from(), differences);
        compare("seed", seed(begun), seed(now), differences);
        JsonNode before = about.path("recipe"); // absent where it was killed at its very beginning
        JsonNode after = RunJson.MAPPER.valueToTree(recipe);
        before.properties()
                .forEach(
                        part ->
                                compare(
                                        part.getKey(),
                                        part.getValue(),
                                        after.path(part.getKey()),
                                        differences));
        if (!differences.isEmpty()) {
            throw new WorkbenchException(
                    "train.resumeChanged", id(), String.join("; ", differences));
        }
        if (KeptRun.read(folder).state() == RunState.DONE) {
            throw new WorkbenchException("train.resumeDone", id());
        }
    }

    private static long seed(RunSpec.Train spec) {
        return Objects.requireNonNullElse(spec.seed(), 0L);
    }

    private static void compare(
            String name, @Nullable Object before, @Nullable Object now, List<String> differences) {
        if (!Objects.equals(before, now)) {
            differences.add(name + " " + said(before) + " → " + said(now));
        }
    }

    private static String said(@Nullable Object value) {
        return value instanceof JsonNode json && json.isValueNode()
                ? json.asText()
                : String.valueOf(value == null ? "-" : value);
    }

    /** Takes back what was told after the last checkpoint, and says where the run goes on. */
    void rewind(JobContext context) throws WorkbenchException {
        int step = TrainCheckpoint.iteration(Course.file(folder, Course.LAST));
        context.notes().rewind(step);
        context.monitor()
                .event(
                        step > 0
                                ? new RunEvent.Stage("train.resumed", List.of(id(), step))
                                : new RunEvent.Stage("train.resumedFromStart", List.of(id())));
    }

    /** Tells what is different about machine and models; to be called once these are loaded. */
    void tellMachine(JobMonitor monitor) throws WorkbenchException {
        JsonNode now = RunFolder.readRun(folder);
        JsonNode parts = now.path("resumed");
        List<String> differences = new ArrayList<>();
        for (String name : MACHINE) {
            JsonNode part = parts.path(parts.size() - 1).path(name);
            tellIfKnown(name, about.path(name), part, differences);
        }
        for (String name : LOADED) {
            tellIfKnown(name, about.path(name), now.path(name), differences);
        }
        if (!differences.isEmpty()) {
            monitor.event(
                    new RunEvent.Warning(
                            "train.resumeElsewhere",
                            List.of(id(), String.join("; ", differences))));
        }
    }

    private static void tellIfKnown(
            String name, JsonNode before, JsonNode now, List<String> differences) {
        if (!before.isMissingNode() && !now.isMissingNode()) {
            compare(name, before, now, differences);
        }
    }

    private String id() {
        return String.valueOf(folder.getFileName());
    }
}
