package dev.latentloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.graph.CollaborationPattern;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.project.Project;
import dev.latentloom.engine.project.ProjectStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options, exit statuses and the form of results, without a model. */
class CommandLineTest {
    @TempDir private Path home;

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(args));
        return Ran.of(new Interruption(), all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "2, nonsense",
        "2, questions relay",
        "2, questions chess --count 3",
        "2, questions relay --count -1",
        "2, questions relay --count three",
        "2, pretrain relay out --agents nobody",
        "2, doctor --threads 0",
        "3, models /no/such/folder",
        "3, parity /no/such/folder",
        "2, doctor --device tpu",
        "2, run relay --question x --limit 2",
        "2, run relay --mode text --links on-policy-1",
        "2, run relay --mode text --lens 2 --question x",
        "2, run relay --steps -1",
        "0, --help",
        "0, questions --help",
        "0, --version",
        "0, questions relay --count 2"
    })
    void exitStatusSaysWhatHappened(int status, String line) {
        Ran ran = run(line.split(" "));
        assertEquals(status, ran.status(), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
        assertEquals(status == 0, ran.err().isEmpty(), ran.err());
    }

    @Test
    void wrongUseIsToldWithWhereToReadMore() {
        Ran word = run("frobnicate");
        assertTrue(word.err().contains("frobnicate") && word.err().contains("ablate"), word.err());
        Ran blank = run("run", "relay", "--question", " ");
        assertEquals(ExitStatus.WRONG_USE, blank.status());
        assertTrue(blank.err().contains("latentloom run --help"), blank.err());
    }

    @Test
    void turnsBeyondAModelsContextAreTold() {
        Ran ran = run("run", "relay", "--question", "e1 A .", "--rounds", "1", "--steps", "520");
        assertEquals(ExitStatus.DONE, ran.status(), ran.err());
        assertTrue(ran.err().contains("its model knows 512"), ran.err());
        assertEquals(1, ran.err().split("Planner went", -1).length - 1, ran.err());
    }

    @Test
    void moreSeedsThanLinkSetsAreRefused() {
        Ran ran = run("ablate", "relay", "--steps", "5", "--seeds", "4", "--links", "on-policy-1");
        assertEquals(ExitStatus.WRONG_USE, ran.status());
        assertTrue(ran.err().contains("on-policy-3"), ran.err());
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        String before = run("--seed", "5", "questions", "relay", "--count", "4").out();
        String after = run("questions", "relay", "--count", "4", "--seed", "5").out();
        String other = run("questions", "relay", "--count", "4", "--seed", "6").out();
        assertEquals(before, after);
        assertNotEquals(before, other);
    }

    @Test
    void questionsAreJsonLinesWithTheirAnswers() throws IOException {
        Ran ran = run("questions", "relay", "--count", "3", "--split", "train");
        assertEquals(3, ran.json().size());
        for (JsonNode item : ran.json()) {
            assertTrue(item.path("id").asText().matches("[0-9a-f]{12}"));
            assertFalse(item.path("question").asText().isEmpty());
            assertFalse(item.path("answer").asText().isEmpty());
        }
    }

    @Test
    void aTaskWithFewerQuestionsSaysSoOnStandardError() {
        Ran ran = run("questions", "relay", "--count", "1000000");
        long items = ran.out().lines().distinct().count();
        assertEquals(ran.out().lines().count(), items);
        assertTrue(ran.err().contains("each is printed once"), ran.err());
    }

    @Test
    void modelsEndWithASummary() throws IOException {
        Ran ran = run("models", "--json", home.toString());
        assertEquals(
                RunJson.MAPPER.readTree("{\"kind\":\"summary\",\"models\":0,\"usable\":0}"),
                ran.json().getLast());
    }

    @Test
    void anUnknownDeviceIsAMessageWithARemedy() {
        assertTrue(run("doctor", "--device", "tpu").err().contains("Devices are cpu"));
    }

    @Test
    void anAgentsDeviceThatIsNotThereIsSaidWithWhatThereIs() throws Exception {
        ProjectStore store = new ProjectStore(home.resolve("own"));
        AgentGraph graph = CollaborationPattern.SEQUENTIAL.graph("main");
        List<Agent> agents =
                graph.agents().stream()
                        .map(agent -> agent.withModel("models/none").withDevice("cuda:99"))
                        .toList();
        store.saveGraph(
                new AgentGraph(
                        "main", graph.pattern(), agents, graph.edges(), graph.answering(), 2));
        store.save(Project.of("Own", "main"));
        Ran ran = run("run", store.folder().toString(), "--question", "q", "--mode", "text");
        assertEquals(4, ran.status(), ran.err());
        String said = "Planner is to run on cuda:99, but this machine has no such device";
        assertTrue(ran.err().contains(said), ran.err());
        assertTrue(ran.err().contains("It has: cpu"), ran.err());
    }

    @Test
    void aRunGoesWhereItIsToldToAndOnlyOnce() throws IOException {
        Path out = home.resolve("where").resolve("I want");
        String[] asked = {
            "run", "relay", "--limit", "2", "--links", "soft-token", "--out", out.toString()
        };
        run(asked);
        assertEquals(2, Files.readAllLines(out.resolve("items.jsonl")).size());
        assertTrue(Files.readString(out.resolve("run.json")).contains("soft-token"));
        Ran again = run(asked);
        assertTrue(again.err().contains("lies in"), again.err());
        assertEquals(2, Files.readAllLines(out.resolve("items.jsonl")).size());
    }
}
