package dev.latentloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** The command on the references that come with the engine's tests. */
class ParityCommandTest {
    private static final String GOLDEN = "../engine/src/test/resources/golden";

    @Test
    void oneLineForEachComparisonAndASummary() throws IOException {
        Ran ran =
                Ran.of(
                        new Interruption(),
                        "parity",
                        GOLDEN,
                        "--part",
                        "tokenizer",
                        "--case",
                        "gpt2-tiny",
                        "--json",
                        "--quiet");
        assertEquals(0, ran.status(), ran.err());
        List<JsonNode> lines = ran.json();
        JsonNode summary = lines.getLast();
        assertEquals("summary", summary.path("kind").asText());
        assertEquals(lines.size() - 1, summary.path("passed").asInt());
        assertEquals(0, summary.path("failed").asInt());
        assertEquals(0, summary.path("skipped").asInt());
        for (JsonNode line : lines.subList(0, lines.size() - 1)) {
            assertEquals("tokenizer", line.path("part").asText());
            assertEquals("gpt2-tiny", line.path("case").asText());
            assertTrue(line.path("ok").asBoolean());
        }
    }

    @Test
    void aCaseThatIsNotThereIsBadInput() {
        Ran ran = Ran.of(new Interruption(), "parity", GOLDEN, "--case", "nobody");
        assertEquals(3, ran.status());
    }

    @Test
    void ctrlCEndsItWithItsOwnStatus() {
        Interruption asked = new Interruption();
        asked.ask();
        Ran ran = Ran.of(asked, "parity", GOLDEN, "--part", "model");
        assertEquals(130, ran.status());
    }
}
