package dev.latentloom.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.stats.Proportion;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as its folder tells it. Figures that it does not tell are null, words are empty.
 *
 * @param folder where it lies; its name is the run's id
 * @param about what {@code run.json} says; a missing node where that cannot be read
 * @param note what people wrote about it
 * @param problem what is wrong with its files; null where nothing is
 */
public record KeptRun(Path folder, JsonNode about, RunNote note, @Nullable RunProblem problem) {
    /** Kinds of runs whose agents took turns one after the other, so that they can be replayed. */
    private static final List<String> REPLAYABLE = List.of("answer", "evaluate");

    /** The run's id. */
    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** The same with another note. */
    public KeptRun with(RunNote other) {
        return new KeptRun(folder, about, other, problem);
    }

    /** How it ended. */
    public RunState state() {
        return switch (about.path("state").asText()) {
            case "done" -> RunState.DONE;
            case "cancelled" -> RunState.STOPPED;
            case "failed" -> RunState.FAILED;
            case "running" -> alive() ? RunState.RUNNING : RunState.CUT_OFF;
            default -> RunState.UNREADABLE;
        };
    }

    private boolean alive() {
        try {
            return about.has("process")
                    && RunJson.MAPPER.treeToValue(about.get("process"), ProcessMark.class).alive();
        } catch (JsonProcessingException e) {
            return false; // nobody's
        }
    }

    /** Why it failed or cannot be read; null where neither holds. */
    public @Nullable RunProblem trouble() {
        JsonNode failure = about.path("failure");
        if (problem != null || failure.isMissingNode()) {
            return problem;
        }
        List<Object> arguments = new ArrayList<>();
        failure.path("arguments")
                .forEach(
                        each ->
                                arguments.add(
                                        each.isNumber() ? each.numberValue() : each.asText()));
        return new RunProblem(failure.path("key").asText(), arguments);
    }

    /** What it was asked to do: answer, evaluate, ablate or train; empty where it does not say. */
    public String kind() {
        return about.path("spec").path("kind").asText();
    }

    /** Whether it can be played again. */
    public boolean replayable() {
        return REPLAYABLE.contains(kind()) && about.has("choices");
    }

    /** When it began. */
    public @Nullable Instant started() {
        try {
            return about.has("started") ? Instant.parse(about.get("started").asText()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Name of the graph that ran. */
    public String graph() {
        String named = about.path("graph").path("name").asText();
        return named.isEmpty() ? word(about.path("spec").path("graph")) : named;
    }

    /** How agents handed over; null where it does not say. */
    public @Nullable RunMode mode() {
        try {
            return RunJson.MAPPER.treeToValue(about.path("choices").path("mode"), RunMode.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Its link set; of a training, the recipe. */
    public String links() {
        return kind().equals("train")
                ? word(about.path("spec").path("recipe"))
                : word(about.path("choices").path("links"));
    }

    /** Latent steps m; several of an ablation, none where each agent has its own. */
    public List<Integer> steps() {
        return numbers(about.path("spec").path("steps"), about.path("choices").path("steps"));
    }

    /** Rounds n; several of an ablation. */
    public List<Integer> rounds() {
        return numbers(about.path("spec").path("rounds"), about.path("choices").path("rounds"));
    }

    private static List<Integer> numbers(JsonNode several, JsonNode one) {
        List<Integer> all = new ArrayList<>();
        several.forEach(each -> all.add(each.asInt()));
        return all.isEmpty() && one.isInt() ? List.of(one.asInt()) : List.copyOf(all);
    }

    /** What was done to every hand-over, as files spell it. */
    public String control() {
        return word(about.path("choices").path("controls").path("all"));
    }

    /** What was done to single edges instead, as files spell it. */
    public Map<String, String> wires() {
        JsonNode wires = about.path("choices").path("controls").path("wires");
        Map<String, String> all = new TreeMap<>();
        wires.properties().forEach(wire -> all.put(wire.getKey(), wire.getValue().asText()));
        return all;
    }

    /** Seed of everything random. */
    public @Nullable Long seed() {
        JsonNode spec = about.path("spec");
        JsonNode seed = spec.path("settings").path("seed");
        JsonNode said = seed.isMissingNode() ? spec.path("seed") : seed;
        return said.isIntegralNumber() ? Long.valueOf(said.asLong()) : null;
    }

    /** The data file; empty for the project's own questions. */
    public String data() {
        return RunSetting.text(about.path("spec").path("data"), "");
    }

    /** The question that was asked; empty where it was a set of them. */
    public String question() {
        return word(about.path("spec").path("question"));
    }

    /** Items it judged or, where none was, answered. */
    public @Nullable Long items() {
        return count("n");
    }

    /** Share of right answers with its 95 % interval. */
    public @Nullable Proportion accuracy() {
        JsonNode summary = about.path("summary");
        return summary.has("accuracy") && summary.has("low") && summary.has("high")
                ? new Proportion(
                        summary.get("accuracy").asDouble(),
                        summary.get("low").asDouble(),
                        summary.get("high").asDouble())
                : null;
    }

    /** A whole number of its summary, such as {@code prefillTokens}. */
    public @Nullable Long count(String name) {
        JsonNode value = about.path("summary").path(name);
        return value.isIntegralNumber() ? Long.valueOf(value.asLong()) : null;
    }

    /** Any number of its summary, such as {@code p50}. */
    public @Nullable Double figure(String name) {
        JsonNode value = about.path("summary").path(name);
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }

    /** Wall time in seconds. */
    public @Nullable Double seconds() {
        Double wall = figure("secondsWall");
        return wall == null ? figure("seconds") : wall; // which trainings say
    }

    private static String word(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    /** Reads a run's folder; whatever is wrong with it is part of what is read. */
    public static KeptRun read(Path folder) {
        RunProblem problem = null;
        JsonNode about = RunJson.MAPPER.missingNode();
        RunNote note = RunNote.NONE;
        try {
            note = RunNote.read(folder);
        } catch (WorkbenchException e) {
            problem = RunProblem.of(e);
        }
        try {
            if (!RunFolder.isDescribed(folder)) {
                throw new WorkbenchException("project.noRun", folder.toString());
            }
            about = RunFolder.readRun(folder);
        } catch (WorkbenchException e) {
            problem = RunProblem.of(e);
        }
        return new KeptRun(folder, about, note, problem);
    }
}
