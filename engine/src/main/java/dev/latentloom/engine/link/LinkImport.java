package dev.latentloom.engine.link;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.PickledTensor;
import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.TensorPickle;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads links that others have published: {@code .pt} or safetensors files whose weights have the
 * official code's names or the tutorial's. The weights say which design it is; the JSON files the
 * official code puts beside them must agree.
 */
public final class LinkImport {
    private final Path file;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> weights = new LinkedHashMap<>();

    private LinkImport(Path file) {
        this.file = file;
    }

    /**
     * Reads one link.
     *
     * @throws WorkbenchException where the file holds no link we know, or another than the JSON
     *     file beside it says
     */
    public static LinkValues read(Path file) throws WorkbenchException {
        LinkImport link = new LinkImport(file);
        link.readWeights();
        LinkShape shape = link.shape();
        link.checkBeside(shape);
        return new LinkValues(shape, link.weights).checked(file.toString());
    }

    private void readWeights() throws WorkbenchException {
        if (file.toString().endsWith(".safetensors")) {
            Safetensors stored = Safetensors.open(file);
            for (String name : stored.tensors().keySet()) {
                shapes.put(name, stored.tensor(name).shape());
                weights.put(name, stored.floats(name));
            }
            return;
        }
        for (PickledTensor tensor : TensorPickle.read(file).values()) {
            shapes.put(tensor.name(), tensor.shape());
            weights.put(tensor.name(), tensor.floats());
        }
    }

    private LinkShape shape() throws WorkbenchException {
        LinkDesign design = design();
        Shape first = matrix(design.nameOf(LinkPart.FIRST));
        Shape second = matrix(design.nameOf(LinkPart.SECOND)); // all published ones have two
        int in = Math.toIntExact(first.get(1));
        int out = Math.toIntExact(second.get(0));
        if (design.inner() && in != out) {
            throw new WorkbenchException("link.notInner", file.toString(), in, out);
        }
        LinkShape shape = new LinkShape(design, in, out, Math.toIntExact(first.get(0)));
        for (Map.Entry<String, Shape> expected : shape.weights().entrySet()) {
            Shape found = shapes.get(expected.getKey());
            if (found == null || !expected.getValue().equals(found)) {
                throw new WorkbenchException(
                        "link.weightShape",
                        file.toString(),
                        expected.getKey(),
                        String.valueOf(found),
                        expected.getValue().toString());
            }
        }
        return shape;
    }

    private LinkDesign design() throws WorkbenchException {
        boolean residual = shapes.containsKey("residual_proj.weight");
        if (shapes.containsKey("pre_ln.weight")) {
            return LinkDesign.INNER_LN_RES;
        }
        if (shapes.containsKey("ln_source.weight")) {
            return residual ? LinkDesign.OUTER_LN_RES : LinkDesign.OUTER_LN;
        }
        if (shapes.containsKey("W3.weight")) {
            return LinkDesign.OUTER;
        }
        if (shapes.containsKey("W2.weight")) {
            return LinkDesign.INNER;
        }
        throw new WorkbenchException(
                "link.notALink", file.toString(), String.join(", ", shapes.keySet()));
    }

    private Shape matrix(String name) throws WorkbenchException {
        Shape shape = shapes.get(name + ".weight");
        if (shape == null || shape.rank() != 2 || shape.size() == 0) {
            throw new WorkbenchException(
                    "link.weightShape",
                    file.toString(),
                    name + ".weight",
                    String.valueOf(shape),
                    "[rows, columns]");
        }
        return shape;
    }

    /** What the official code's JSON files beside the link say of it. */
    private void checkBeside(LinkShape shape) throws WorkbenchException {
        String name = String.valueOf(file.getFileName());
        if (shape.design().inner()) {
            JsonNode config = beside("adapter_config.json");
            check(config, shape, "adapter_config.json");
            return;
        }
        JsonNode all = beside("outerlink_config.json");
        if (all != null) {
            for (JsonNode adapter : all.findValues("adapters")) {
                for (JsonNode entry : adapter) {
                    if (entry.path("filename").asText().equals(name)) {
                        check(entry, shape, "outerlink_config.json");
                    }
                }
            }
        }
        JsonNode local = beside("outer_adapter_config.json");
        if (local != null) {
            String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            check(local.get(stem), shape, "outer_adapter_config.json");
        }
    }

    private @Nullable JsonNode beside(String name) throws WorkbenchException {
        Path config = file.resolveSibling(name);
        if (!Files.isRegularFile(config)) {
            return null;
        }
        try {
            return RunJson.MAPPER.readTree(config.toFile());
        } catch (IOException e) {
            throw new WorkbenchException(e, "link.setBroken", config.toString(), e.toString());
        }
    }

    private void check(@Nullable JsonNode entry, LinkShape shape, String config)
            throws WorkbenchException {
        if (entry == null) {
            return;
        }
        String type = entry.path("adapter_type").asText("");
        LinkDesign named =
                switch (type) {
                    case "ln_res_adapter" -> LinkDesign.INNER_LN_RES;
                    case "outer_ln_res_adapter" -> LinkDesign.OUTER_LN_RES;
                    default -> shape.design();
                };
        int in = entry.path("in_dim").asInt(shape.in());
        int out = entry.path("out_dim").asInt(shape.out());
        if (named != shape.design() || in != shape.in() || out != shape.out()) {
            throw new WorkbenchException(
                    "link.configDisagrees",
                    file.toString(),
                    "%s %d → %d".formatted(shape.design().id(), shape.in(), shape.out()),
                    config,
                    "%s %d → %d".formatted(named.id(), in, out));
        }
    }
}
