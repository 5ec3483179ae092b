package dev.latentloom.engine.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a role is told: the texts of {@code prompts/NAME.txt}, a system sentence above a line of
 * {@code ===} and the user text with its slots below.
 *
 * @param system system sentence
 * @param prompt user text with slots
 */
record RolePrompt(String system, String prompt) {
    private static final String RULE = "\n===\n";

    /** Reads the prompt of a role of the ready-made patterns. */
    static RolePrompt of(String role) {
        String file = "prompts/" + role + ".txt";
        try (InputStream in = RolePrompt.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int rule = text.indexOf(RULE);
            return new RolePrompt(
                    text.substring(0, rule).strip(), text.substring(rule + RULE.length()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
