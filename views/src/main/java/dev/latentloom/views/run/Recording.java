package dev.latentloom.views.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.RunEvent;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.RunMode;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.project.RunTimes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kept run as it can be played again.
 *
 * @param id the run's id
 * @param question what was asked; empty for a data set
 * @param mode how agents handed over
 * @param rounds n
 * @param events its story
 * @param seconds when each event was told, from the first turn on; at 0 what came before it, such
 *     as loading models
 */
record Recording(
        String id,
        String question,
        RunMode mode,
        int rounds,
        List<RunEvent> events,
        List<Double> seconds) {
    private static final double APART = 0.1; // for runs written before events had times

    Recording {
        events = List.copyOf(events);
        seconds = List.copyOf(seconds);
    }

    /**
     * Reads a run's folder.
     *
     * @throws WorkbenchException where it holds no run, one in which nobody took a turn, or one of
     *     another team
     */
    static Recording read(Path folder, AgentGraph team) throws WorkbenchException {
        if (!RunFolder.isDescribed(folder)) {
            throw new WorkbenchException("run.replay.nothing", folder.toString());
        }
        JsonNode run = RunFolder.readRun(folder);
        List<RunEvent> events = RunFolder.readEvents(folder);
        JsonNode choices = run.path("choices");
        if (events.stream().noneMatch(RunEvent.TurnStarted.class::isInstance)
                || choices.isMissingNode()) {
            throw new WorkbenchException("run.replay.nothing", folder.toString());
        }
        checkTeam(run, events, team);
        return new Recording(
                String.valueOf(folder.getFileName()),
                run.path("spec").path("question").asText(),
                mode(choices, folder),
                choices.path("rounds").asInt(),
                events,
                seconds(RunTimes.of(folder), events));
    }

    private static void checkTeam(JsonNode run, List<RunEvent> events, AgentGraph team)
            throws WorkbenchException {
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TurnStarted turn && team.agent(turn.agent()).isEmpty()) {
                String project = run.path("spec").path("project").asText();
                throw new WorkbenchException(
                        "run.replay.otherTeam", turn.agent(), team.name(), project);
            }
        }
    }

    private static RunMode mode(JsonNode choices, Path folder) throws WorkbenchException {
        try {
            return RunJson.MAPPER.treeToValue(choices.path("mode"), RunMode.class);
        } catch (JsonProcessingException e) {
            throw new WorkbenchException(e, "run.replay.nothing", folder.toString());
        }
    }

    private static List<Double> seconds(List<Long> times, List<RunEvent> events) {
        boolean timed = times.size() == events.size();
        List<Double> told =
                IntStream.range(0, events.size())
                        .mapToObj(i -> timed ? times.get(i) / 1e3 : i * APART)
                        .toList();
        double begin =
                IntStream.range(0, events.size())
                        .filter(i -> events.get(i) instanceof RunEvent.TurnStarted)
                        .mapToObj(told::get)
                        .findFirst()
                        .orElse(0.0);
        return told.stream().map(at -> Math.max(0, at - begin)).toList();
    }

    double length() {
        return seconds.getLast();
    }

    /** How many events were told by then. */
    int toldBy(double second) {
        int told = 0;
        while (told < seconds.size() && seconds.get(told) <= second) {
            told++;
        }
        return told;
    }

    /** The place behind the next step after so many events: a latent step, a token or a turn. */
    int nextStep(int from) {
        for (int at = from; at < events.size(); at++) {
            if (isStep(events.get(at))) {
                return at + 1;
            }
        }
        return events.size();
    }

    /** The place behind the step before the one that ends there. */
    int stepBefore(int from) {
        for (int at = from - 2; at >= 0; at--) {
            if (isStep(events.get(at))) {
                return at + 1;
            }
        }
        return 0;
    }

    private static boolean isStep(RunEvent event) {
        return event instanceof RunEvent.LatentStep
                || event instanceof RunEvent.Token
                || event instanceof RunEvent.TurnDone;
    }
}
