package dev.latentloom.engine.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One item of a data set.
 *
 * @param id stable id; see {@link #idOf} for one that comes from the text
 * @param text what the agents are asked
 * @param answer the expected answer as the data gives it, empty where there is none
 * @param fields all else the data says about it, by name
 */
public record Question(String id, String text, String answer, Map<String, String> fields) {
    public Question {
        fields = Map.copyOf(fields);
    }

    /** A question whose id is the hash of its text. */
    public static Question of(String text, String answer, Map<String, String> fields) {
        return new Question(idOf(text), text, answer, fields);
    }

    /** First 12 hexadecimal digits of the SHA-256 of the text: the same everywhere, for ever. */
    public static String idOf(String text) {
        return HexFormat.of().formatHex(hash(text), 0, 6);
    }

    /** The SHA-256 of a text in UTF-8, 32 bytes. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The fields in the order of their names. */
    public Map<String, String> sortedFields() {
        return new TreeMap<>(fields);
    }
}
