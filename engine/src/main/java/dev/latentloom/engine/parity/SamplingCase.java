package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.Sampler;
import dev.latentloom.engine.lm.SamplerSettings;
import dev.latentloom.engine.tensor.Shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Probabilities after penalty, temperature, top-k, top-p and min-p, configuration by configuration.
 */
final class SamplingCase {
    private static final double LIMIT = 1e-5;

    private SamplingCase() {}

    static List<Comparison> compare(Expected expected, JsonNode entry) throws WorkbenchException {
        List<Comparison> results = new ArrayList<>();
        for (Map.Entry<String, JsonNode> config : entry.path("configs").properties()) {
            Sampler sampler = new Sampler(settings(config.getValue()));
            results.add(
                    expected.within(
                            "probs." + config.getKey(), probabilities(sampler, expected), LIMIT));
        }
        return results;
    }

    private static SamplerSettings settings(JsonNode config) {
        return new SamplerSettings(
                config.path("temperature").asDouble(1),
                config.path("top_k").asInt(0),
                config.path("top_p").asDouble(1),
                config.path("min_p").asDouble(0),
                config.path("repetition_penalty").asDouble(1));
    }

    private static float[] probabilities(Sampler sampler, Expected expected)
            throws WorkbenchException {
        float[] logits = expected.file().floats("logits");
        long[] previous = expected.file().longs("previous_ids");
        Shape shape = expected.file().tensor("logits").shape();
        int rows = Math.toIntExact(shape.get(0));
        int vocab = Math.toIntExact(shape.get(1));
        int seen = previous.length / rows;
        float[] all = new float[logits.length];
        for (int row = 0; row < rows; row++) {
            double[] own =
                    sampler.probabilities(
                            Arrays.copyOfRange(logits, row * vocab, (row + 1) * vocab),
                            Arrays.copyOfRange(previous, row * seen, (row + 1) * seen));
            for (int i = 0; i < vocab; i++) {
                all[row * vocab + i] = (float) own[i];
            }
        }
        return all;
    }
}
