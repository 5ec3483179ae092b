package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.RunJson;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds every checkpoint in {@code models/} against {@code expected/CASE.safetensors}, in f32.
 * Where the reference exists in two versions of transformers ({@code CASE.VERSION.safetensors}),
 * matching either is right and the comparison says which.
 */
public final class ModelParity {
    private static final String PART = "model";
    private static final Set<String> INPUTS =
            Set.of(
                    "input_ids",
                    "inputs_embeds",
                    "batch.input_ids",
                    "batch.attention_mask",
                    "grad.target_ids");
    private static final Pattern LINK_WEIGHT =
            Pattern.compile("(rollout\\.[a-z_]+|grad)\\.link\\..+");

    private final Path folder;
    private final DeviceChoice device;

    /**
     * @param folder laid out like the golden references
     */
    public ModelParity(Path folder, DeviceChoice device) {
        this.folder = folder;
        this.device = device;
    }

    /** Names of the cases: checkpoints that have a reference. */
    public List<String> cases() throws IOException {
        Path models = folder.resolve("models");
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (var folders = Files.list(models)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> Files.exists(expected(name)))
                    .sorted()
                    .toList();
        }
    }

    private Path expected(String name) {
        return folder.resolve("expected").resolve(name + ".safetensors");
    }

    /** Compares one case, tensor by tensor; what cannot be loaded is a failed comparison. */
    public List<Comparison> compare(String name, JobMonitor monitor) throws IOException {
        Path model = folder.resolve("models").resolve(name);
        try (CausalLm lm = CausalLm.load(model, device, DType.F32, monitor)) {
            List<List<Comparison>> versions = new ArrayList<>();
            for (Path file : versions(name)) {
                versions.add(compare(lm, name, file));
            }
            return best(versions);
        } catch (WorkbenchException e) {
            return List.of(Comparison.ofEquality(PART, name, "load", e.getMessage()));
        }
    }

    private List<Path> versions(String name) throws IOException {
        List<Path> files = new ArrayList<>(List.of(expected(name)));
        try (var all = Files.list(folder.resolve("expected"))) {
            all.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .filter(file -> file.toString().endsWith(".safetensors"))
                    .filter(file -> !file.equals(expected(name)))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    private List<Comparison> compare(CausalLm lm, String name, Path file)
            throws WorkbenchException, IOException {
        Expected expected = new Expected(PART, name, Safetensors.open(file));
        Map<String, Comparison> found = new LinkedHashMap<>();
        new ModelCase(lm, expected).compare().forEach(one -> found.put(one.name(), one));
        new RolloutParity(lm, expected).compare().forEach(one -> found.put(one.name(), one));
        if (expected.has("bf16.logits")) {
            Comparison half = ModelCase.bf16(lm.folder(), expected, device, bf16Distance(name));
            found.put(half.name(), half);
        }
        for (String tensor : expected.file().tensors().keySet()) {
            boolean input = INPUTS.contains(tensor) || LINK_WEIGHT.matcher(tensor).matches();
            if (!input && !found.containsKey(tensor)) {
                found.put(tensor, expected.failed(tensor, "this name is not known"));
            }
        }
        return List.copyOf(found.values());
    }

    private double bf16Distance(String name) throws IOException {
        Path json = folder.resolve("expected").resolve(name + ".json");
        JsonNode checks = RunJson.MAPPER.readTree(json.toFile()).path("checks");
        return checks.path("bf16_logits_vs_fp32_maxdiff").asDouble();
    }

    /** For each tensor the version we agree with; the first where all agree or none does. */
    private static List<Comparison> best(List<List<Comparison>> versions) {
        List<Comparison> best = new ArrayList<>(versions.getFirst());
        for (int v = 1; v < versions.size(); v++) {
            Map<String, Comparison> other = new LinkedHashMap<>();
            versions.get(v).forEach(one -> other.put(one.name(), one));
            best.replaceAll(
                    one -> {
                        Comparison rival = other.get(one.name());
                        if (one.ok() || rival == null || !rival.ok()) {
                            return one;
                        }
                        return rival.noted("as transformers 5 computes it");
                    });
        }
        return best;
    }
}
