package dev.latentloom.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Columns of a data file by name, on the relay sample. */
class MapOptionTest {
    @TempDir private Path home;

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString(), "--json"));
        all.addAll(List.of(args));
        return Ran.of(all.toArray(String[]::new));
    }

    private Ran answered(Path data, String... more) {
        List<String> all = new ArrayList<>(List.of("run", "relay", "--mode", "text"));
        all.addAll(List.of("--data", data.toString()));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Path usual() throws IOException {
        return Files.writeString(
                home.resolve("usual.jsonl"), run("questions", "relay", "--count", "4").out());
    }

    /** The same questions as separated values under other names, a wrong answer beside them. */
    private Path strange() throws IOException {
        StringBuilder rows = new StringBuilder("number,answer,ask,gold\n");
        for (JsonNode line : run("questions", "relay", "--count", "4").json()) {
            rows.append(line.path("id").asText())
                    .append(",wrong,\"")
                    .append(line.path("question").asText())
                    .append("\",")
                    .append(line.path("answer").asText())
                    .append('\n');
        }
        return Files.writeString(home.resolve("strange.csv"), rows);
    }

    private static List<String> items(Ran ran) throws IOException {
        return ran.json().stream()
                .filter(line -> line.has("expected"))
                .map(
                        line ->
                                line.path("id").asText()
                                        + line.path("question").asText()
                                        + line.path("expected").asText()
                                        + line.path("answer").asText()
                                        + line.path("correct").asText())
                .toList();
    }

    @Test
    void mappedColumnsAreAskedLikeTheUsualOnes() throws IOException {
        Ran mapped = answered(strange(), "--map", "question=ask,answer=gold", "--map", "id=number");
        assertEquals(ExitStatus.DONE, mapped.status(), mapped.err());
        assertEquals(4, items(mapped).size());
        assertEquals(items(answered(usual())), items(mapped));
    }

    @Test
    void whatCannotBeMappedIsSaid() throws IOException {
        Ran role = answered(strange(), "--map", "answr=gold");
        assertEquals(ExitStatus.WRONG_USE, role.status());
        assertTrue(role.err().contains("answr"), role.err());
        Ran column = answered(strange(), "--map", "question=ask,answer=label");
        assertEquals(ExitStatus.BAD_INPUT, column.status());
        assertTrue(column.err().contains("number, answer, ask, gold"), column.err());
        Ran nothing = run("run", "relay", "--map", "question=ask");
        assertEquals(ExitStatus.WRONG_USE, nothing.status());
    }
}
