package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.PickledTensor;
import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.TensorPickle;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkImport;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds links as others publish them against {@code official/}: each file one comparison, and each
 * file that has to be refused one more.
 */
public final class OfficialParity {
    private static final String PART = "official";
    private static final double LIMIT = 1e-3;

    private final Path official;
    private final DeviceChoice device;

    /**
     * @param folder laid out like the golden references
     */
    public OfficialParity(Path folder, DeviceChoice device) {
        this.official = folder.resolve(PART);
        this.device = device;
    }

    /** Compares everything the index lists and the folder has. */
    public List<Comparison> compare() throws IOException {
        List<Comparison> results = new ArrayList<>();
        Path index = official.resolve("index.json");
        if (!Files.isRegularFile(index)) {
            return results;
        }
        JsonNode listed = RunJson.MAPPER.readTree(index.toFile());
        for (JsonNode link : listed.path("links")) {
            if (there(link)) {
                results.add(link(link));
            }
        }
        if (there(listed.path("views"))) {
            results.add(views(listed.path("views")));
        }
        for (JsonNode bad : listed.path("refuse")) {
            if (there(bad)) {
                results.add(refused(bad));
            }
        }
        return results;
    }

    private boolean there(JsonNode entry) {
        String file = entry.path("file").asText("");
        return !file.isEmpty() && Files.isRegularFile(official.resolve(file));
    }

    private Comparison link(JsonNode entry) {
        String name = entry.path("file").asText();
        try (Scope scope = Scope.open()) {
            LinkValues link = LinkImport.read(official.resolve(name));
            Safetensors expected =
                    Safetensors.open(official.resolve(entry.path("expected").asText()));
            String problem = problem(entry, link, expected);
            if (problem != null) {
                return Comparison.ofEquality(PART, name, "link", problem);
            }
            Tensor x = scope.floats(expected.floats("x"), expected.tensor("x").shape().toArray());
            Tensor y = TrainableLink.of(link, device, scope).forward(x, scope);
            float[] theirs = expected.floats("y");
            double distance = Expected.distance(TensorKernels.floats(y), theirs);
            double limit = LIMIT * Math.max(1, Expected.largest(theirs));
            return Comparison.ofNumbers(PART, name, "link", distance, limit);
        } catch (WorkbenchException e) {
            return Comparison.ofEquality(PART, name, "link", e.getMessage());
        }
    }

    /** Kind, widths and weights must be those of the index and equal bit for bit. */
    private static @Nullable String problem(JsonNode entry, LinkValues link, Safetensors expected)
            throws WorkbenchException {
        String kind = link.shape().design().id();
        if (!kind.equals(entry.path("kind").asText())
                || link.shape().in() != entry.path("din").asInt()
                || link.shape().out() != entry.path("dout").asInt()) {
            return "read as " + link.shape();
        }
        for (Map.Entry<String, float[]> weight : link.weights().entrySet()) {
            if (!Arrays.equals(expected.floats("w." + weight.getKey()), weight.getValue())) {
                return weight.getKey() + " differs";
            }
        }
        return null;
    }

    private Comparison views(JsonNode entry) {
        String name = entry.path("file").asText();
        try {
            Map<String, PickledTensor> read = TensorPickle.read(official.resolve(name));
            Safetensors expected =
                    Safetensors.open(official.resolve(entry.path("expected").asText()));
            String problem = null;
            if (!read.keySet().equals(expected.tensors().keySet())) {
                problem = "tensors are " + read.keySet();
            } else {
                for (String tensor : read.keySet()) {
                    float[] ours = Objects.requireNonNull(read.get(tensor)).floats();
                    if (!Arrays.equals(expected.floats(tensor), ours)) {
                        problem = tensor + " differs";
                    }
                }
            }
            return Comparison.ofEquality(PART, name, "views", problem);
        } catch (WorkbenchException e) {
            return Comparison.ofEquality(PART, name, "views", e.getMessage());
        }
    }

    private Comparison refused(JsonNode entry) {
        String name = entry.path("file").asText();
        String problem;
        try {
            LinkImport.read(official.resolve(name));
            problem = "it was read: " + entry.path("why").asText();
        } catch (WorkbenchException e) {
            problem = null;
        }
        return Comparison.ofEquality(PART, name, "refused", problem);
    }
}
