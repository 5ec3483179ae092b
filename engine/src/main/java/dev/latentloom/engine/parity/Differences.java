package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.RunJson;

import org.jspecify.annotations.Nullable;

/** Collects what differs between reference values and ours; values are compared as JSON. */
final class Differences {
    private static final int SHOWN = 200;

    private @Nullable String first;

    /** Compares one value, keeping the first difference. */
    Differences equal(String name, Object expected, Object actual) {
        JsonNode left = RunJson.MAPPER.valueToTree(expected);
        JsonNode right = RunJson.MAPPER.valueToTree(actual);
        // numbers of different Java types are equal when their texts are
        if (first == null && !left.toString().equals(right.toString())) {
            first = name + ": expected " + brief(left) + " but was " + brief(right);
        }
        return this;
    }

    /** The first difference, null when all is equal. */
    @Nullable String first() {
        return first;
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The numbers of a JSON array. */
    static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.path(i).asLong();
        }
        return values;
    }
}
