package dev.latentloom.engine.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunSettings;
import dev.latentloom.engine.job.RunSpec;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.project.ProjectStore;
import dev.latentloom.engine.project.RunFolder;
import dev.latentloom.engine.question.Question;
import dev.latentloom.engine.run.StoredProjects;
import dev.latentloom.engine.tensor.DeviceChoice;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TrainJobTest {
    @TempDir private static Path data;
    @AutoClose private static TrainRelay relay;

    @BeforeAll
    static void open() {
        relay = new TrainRelay(data);
    }

    private static String run(Map<String, Object> summary) {
        return String.valueOf(summary.get("run"));
    }

    @Test
    void trainedLinksOfASampleAreFoundByTheRunsNameAndEqualRunsGiveEqualBytes() throws Exception {
        RunSpec.Train spec = TrainRelay.spec(TrainRelay.FOLDER, Map.of());
        Map<String, Object> summary = relay.summary(spec);
        assertEquals(4L, ((Number) summary.getOrDefault("steps", 0)).longValue());
        assertTrue((double) summary.getOrDefault("loss", -1.0) > 0);
        assertEquals(400, summary.get("n"));
        Path run = relay.own.resolve("runs").resolve(run(summary));
        assertEquals("done", RunFolder.readRun(run).path("state").asText());
        assertEquals(4, RunFolder.readRun(run).path("recipe").path("iterations").asInt());
        String again = run(relay.summary(spec));
        assertEquals(
                Files.readString(run.resolve("metrics.csv")),
                Files.readString(run.resolveSibling(again).resolve("metrics.csv")));
        var asked =
                new RunSpec.Answer(
                        TrainRelay.FOLDER,
                        null,
                        "e1 A .",
                        new RunSettings(
                                null, again, 2, 1, null, null, null, null, null, null, null, 0));
        assertEquals(1, relay.summary(asked).get("n"));
    }

    @Test
    void theCurrentSetChangesOnlyWhereAskedAndWhereTheProjectMayBeWritten(@TempDir Path folder)
            throws Exception {
        ProjectStore store = new ProjectStore(TrainRelay.project(folder));
        RunSpec.Train spec = TrainRelay.spec(folder, Map.of("iterations", "1"));
        Path few = TrainRelay.fewQuestions(folder);
        String first = run(relay.summary(TrainRelay.with(spec, few, null, false)));
        assertEquals(null, store.load().links());
        String second = run(relay.summary(TrainRelay.with(spec, few, first, true)));
        assertEquals(second, store.load().links());
        assertTrue(store.linkSets().containsAll(List.of(first, second)));
        RunSpec.Train sample = TrainRelay.spec(TrainRelay.FOLDER, Map.of());
        assertEquals("train.useReadOnly", relay.failure(TrainRelay.with(sample, null, null, true)));
    }

    @Test
    void linksWithoutWeightsAreNoStart() throws InterruptedException {
        RunSpec.Train spec = TrainRelay.spec(TrainRelay.FOLDER, Map.of());
        assertEquals(
                "train.fromTrainingFree",
                relay.failure(TrainRelay.with(spec, null, "soft-token", false)));
        assertEquals("run.unknownLinks", relay.failure(TrainRelay.with(spec, null, "mine", false)));
        assertEquals(
                "train.unknownPart",
                relay.failure(TrainRelay.spec(TrainRelay.FOLDER, Map.of("stepz", "1"))));
    }

    @Test
    void agentsOnSeveralDevicesAreNotTrained(@TempDir Path folder) throws Exception {
        ProjectStore store = new ProjectStore(TrainRelay.project(folder));
        RunSpec.Train spec = TrainRelay.spec(folder, Map.of());
        var projects = new StoredProjects(TrainRelay.FOLDER.resolveSibling(""), data);
        store.saveGraph(withDevice(store.graph("relay"), "cpu"));
        new TrainJob().check(spec, projects, DeviceChoice.CPU, null); // the engine's by name
        store.saveGraph(withDevice(store.graph("relay"), "cuda:0"));
        assertEquals("train.devices", relay.failure(spec));
        assertEquals(List.of(), store.runIds());
    }

    /** One agent on a device of its own. */
    private static AgentGraph withDevice(AgentGraph graph, String device) {
        List<Agent> agents = new ArrayList<>(graph.agents());
        agents.set(1, agents.get(1).withDevice(device));
        return new AgentGraph(
                graph.name(),
                graph.pattern(),
                agents,
                graph.edges(),
                graph.answering(),
                graph.rounds());
    }

    @Test
    void aFileIsSplitByItsTextsAndNeverOverlaps(@TempDir Path folder)
            throws IOException, WorkbenchException {
        Path file = folder.resolve("data.jsonl");
        Files.write(
                file,
                IntStream.range(0, 900)
                        .mapToObj(
                                i ->
                                        "{\"id\":\"%d\",\"question\":\"q%d\",\"answer\":\"a\"}"
                                                .formatted(i, i / 3))
                        .toList());
        var project =
                new StoredProjects(TrainRelay.FOLDER.resolveSibling(""), data)
                        .open(TrainRelay.FOLDER, null);
        TrainingData split = new ProjectData(project).read(file, Map.of(), JobMonitor.NONE);
        Set<String> judged = texts(split.validation());
        Set<String> learnt = texts(split.draw(5000, new Random(1)));
        assertTrue(split.validation().size() >= 400, split.validation().size() + " judge");
        assertEquals(300, judged.size() + learnt.size());
        judged.retainAll(learnt);
        assertEquals(Set.of(), judged);
        assertFalse(learnt.isEmpty());
    }

    private static Set<String> texts(List<Question> questions) {
        return questions.stream().map(Question::text).collect(Collectors.toSet());
    }
}
