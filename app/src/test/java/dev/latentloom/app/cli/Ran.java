package dev.latentloom.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What one command printed and how it ended. */
public record Ran(int status, String out, String err) {
    static Ran of(Interruption interruption, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                Main.run(
                        interruption,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        args);
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The same, nobody interrupting it. */
    public static Ran of(String... args) {
        return of(new Interruption(), args);
    }

    /** Standard output, line by line. */
    public List<JsonNode> json() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            lines.add(RunJson.MAPPER.readTree(line));
        }
        return lines;
    }
}
