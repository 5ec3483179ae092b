package dev.latentloom.engine.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class TextParityTest {
    private static final Path OWN = Path.of("src/test/resources/golden");

    @Test
    void everyReferenceTextOfTheSmallTokenizersIsReproduced() throws IOException {
        List<Comparison> results = TextParity.compare(OWN);
        assertEquals(List.of(), failed(results));
        long tokenizerItems = results.stream().filter(r -> r.part().equals("tokenizer")).count();
        assertEquals(5 * (54 + 6 + 12 + 2), tokenizerItems);
    }

    @Test
    @EnabledIfSystemProperty(named = "golden", matches = ".+")
    void everyReferenceTextOfTheGivenFolderIsReproduced() throws IOException {
        List<Comparison> results = TextParity.compare(Path.of(System.getProperty("golden")));
        assertEquals(List.of(), failed(results));
        assertTrue(results.size() > 0, "the folder has no references of texts");
    }

    private static List<Comparison> failed(List<Comparison> results) {
        return results.stream().filter(r -> !r.ok()).toList();
    }
}
