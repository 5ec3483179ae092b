package dev.latentloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.SafetensorsWriter;
import dev.latentloom.engine.link.LinkDesign;
import dev.latentloom.engine.link.LinkShape;
import dev.latentloom.engine.tensor.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Training, links of others and ablation as commands, on the relay sample. */
class TrainCommandTest {
    private static final Path RELAY = Path.of("..", "sample-projects", "relay");

    @TempDir private Path home;

    private Ran run(Interruption interruption, String... args) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--json"));
        all.addAll(List.of(args));
        return Ran.of(interruption, all.toArray(String[]::new));
    }

    private Ran run(String... args) {
        return run(new Interruption(), args);
    }

    private Ran train(Interruption interruption, String... more) throws IOException {
        Path data = home.resolve("few.jsonl");
        Ran questions = run("questions", "relay", "--count", "12", "--split", "train");
        Files.writeString(data, questions.out());
        List<String> all =
                new ArrayList<>(
                        List.of("train", RELAY.toString(), "--recipe", "on-policy", "--data"));
        all.addAll(List.of(data.toString(), "--set", "iterations=2", "--set", "batch=2"));
        all.addAll(List.of(more));
        return run(interruption, all.toArray(String[]::new));
    }

    @Test
    void aTrainingTellsItsStepsAndItsLinksCanBeRun() throws IOException {
        Ran ran = train(new Interruption());
        assertEquals(ExitStatus.DONE, ran.status(), ran.err());
        List<JsonNode> steps =
                ran.json().stream().filter(line -> line.path("step").asInt() > 0).toList();
        assertEquals(2, steps.size());
        assertTrue(steps.getFirst().path("loss").asDouble() > 0);
        JsonNode summary = ran.json().getLast();
        for (String key : List.of("run", "steps", "loss", "accuracy", "seconds")) {
            assertTrue(summary.has(key), key);
        }
        String run = summary.path("run").asText();
        Ran answered =
                run("run", RELAY.toString(), "--question", "e1 A .", "--links", run, "--steps=1");
        assertEquals(ExitStatus.DONE, answered.status(), answered.err());
        Ran other = train(new Interruption(), "--resume", run, "--set", "batch=3");
        assertEquals(ExitStatus.WRONG_USE, other.status());
        assertTrue(other.err().contains("batch 2 → 3"), other.err());
    }

    @Test
    void whatCannotBeTrainedIsWrongUseOrBadInputAndLeavesNoRun() throws IOException {
        Ran unknown = train(new Interruption(), "--set", "stepz=3");
        assertEquals(ExitStatus.WRONG_USE, unknown.status());
        assertTrue(unknown.err().contains("learningRate"), unknown.err());
        Ran missing = train(new Interruption(), "--resume", "no-such-run");
        assertEquals(ExitStatus.BAD_INPUT, missing.status(), missing.err());
        Ran bridge = train(new Interruption(), "--from", "soft-token");
        assertEquals(ExitStatus.WRONG_USE, bridge.status(), bridge.err());
        assertFalse(Files.exists(home.resolve("data/projects/relay/runs")));
    }

    @Test
    void aStoppedTrainingEndsWithTheStatusOfTheSignal() throws IOException {
        Interruption interruption = new Interruption();
        interruption.ask();
        assertEquals(ExitStatus.CANCELLED, train(interruption).status());
    }

    @Test
    void aLinkOfOthersFitsOrIsRefusedWithBothNumbers() throws Exception {
        String file = link(64).toString();
        Ran fits = run("links", RELAY.toString(), "import", file, "--agent", "planner");
        assertEquals(ExitStatus.DONE, fits.status(), fits.err());
        JsonNode line = fits.json().getLast();
        assertEquals("imported", line.path("name").asText());
        assertEquals("inner_ln_res", line.path("design").asText());
        assertEquals(64, line.path("in").asInt());
        assertEquals(64, line.path("out").asInt());
        Ran wide =
                run("links", RELAY.toString(), "import", link(32).toString(), "--agent", "planner");
        assertEquals(ExitStatus.BAD_INPUT, wide.status());
        assertTrue(wide.err().contains("32") && wide.err().contains("64"), wide.err());
        Ran edge = run("links", RELAY.toString(), "import", file, "--edge", "planner-critic");
        assertEquals(ExitStatus.BAD_INPUT, edge.status(), edge.err());
        Ran nowhere = run("links", RELAY.toString(), "import", file);
        assertEquals(ExitStatus.WRONG_USE, nowhere.status(), nowhere.err());
    }

    private Path link(int width) throws Exception {
        Path file = home.resolve("link-" + width + ".safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        LinkShape shape = LinkShape.of(LinkDesign.INNER_LN_RES, width, width);
        for (Map.Entry<String, Shape> weight : shape.weights().entrySet()) {
            int size = Math.toIntExact(weight.getValue().size());
            writer.floats(weight.getKey(), weight.getValue(), new float[size]);
        }
        writer.write(file);
        return file;
    }

    @Test
    void anAblationTakesTheProjectsRoundsAndTheNumberedLinkSets() throws IOException {
        Ran ran =
                run(
                        "ablate",
                        RELAY.toString(),
                        "--steps",
                        "1",
                        "--seeds",
                        "2",
                        "--links",
                        "on-policy",
                        "--limit",
                        "4");
        assertEquals(ExitStatus.DONE, ran.status(), ran.err());
        assertTrue(ran.err().contains("on-policy-1, on-policy-2"), ran.err());
        List<JsonNode> cells = ran.json().stream().filter(line -> line.has("rounds")).toList();
        assertEquals(2, cells.size());
        assertEquals(3, cells.getFirst().path("rounds").asInt());
    }
}
