package dev.latentloom.engine.parity;

import com.fasterxml.jackson.databind.JsonNode;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.TrainableLink;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case below {@code system/}: its tensors, its description and its models. Keeps count of what
 * was used and compared, so that a tensor nobody knows is found.
 */
final class SystemReference implements AutoCloseable {
    private static final String PART = "system";

    private final Path folder;
    private final DeviceChoice device;
    private final JsonNode about;
    private final Expected expected;
    private final Scope scope = Scope.open();
    private final Map<String, CausalLm> models = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<Comparison> results = new ArrayList<>();

    /**
     * @param folder laid out like the golden references
     * @param about the case's entry of {@code system/index.json}
     */
    SystemReference(Path folder, String name, JsonNode about, DeviceChoice device)
            throws WorkbenchException {
        this.folder = folder;
        this.device = device;
        this.about = about;
        Path file = folder.resolve("system").resolve(name + ".safetensors");
        this.expected = new Expected(PART, name, Safetensors.open(file));
    }

    JsonNode about() {
        return about;
    }

    DeviceChoice device() {
        return device;
    }

    /** Lives as long as the case. */
    Scope scope() {
        return scope;
    }

    /** The tensors themselves, for cases that are written against them. */
    Expected expected() {
        return expected;
    }

    boolean has(String name) {
        return expected.has(name);
    }

    /** A model of the folder, loaded once. */
    CausalLm model(String name) throws WorkbenchException {
        CausalLm model = models.get(name);
        if (model == null) {
            Path place = folder.resolve("models").resolve(name);
            model = CausalLm.load(place, device, DType.F32, JobMonitor.NONE);
            models.put(name, model);
        }
        return model;
    }

    /** An input, f32 on the case's device. */
    Tensor input(String name) throws WorkbenchException {
        known.add(name);
        return TensorKernels.to(expected.input(name, scope), device, DType.F32, scope);
    }

    /** Input ids, i64. */
    Tensor ids(String name) throws WorkbenchException {
        known.add(name);
        return expected.ids(name, scope);
    }

    /** A link whose weights stand below {@code prefix}, as leaves. */
    TrainableLink link(String design, String prefix) throws WorkbenchException {
        for (String name : expected.file().tensors().keySet()) {
            if (name.startsWith(prefix)) {
                known.add(name);
            }
        }
        return ReferenceLink.read(expected.file(), design, prefix, device, scope);
    }

    /** Compares by the rule for values. */
    void values(String name, Tensor ours) throws WorkbenchException {
        if (noted(name)) {
            results.add(expected.values(name, ours));
        }
    }

    /** Compares by the rule for gradients. */
    void gradient(String name, Tensor ours) throws WorkbenchException {
        if (noted(name)) {
            results.add(expected.gradient(name, ours));
        }
    }

    /** Compares within 1e-5 times the larger of 1 and the largest reference. */
    void closely(String name, float[] ours) throws WorkbenchException {
        if (noted(name)) {
            double largest = Expected.largest(expected.file().floats(name));
            results.add(expected.within(name, ours, 1e-5 * Math.max(1, largest)));
        }
    }

    void sameIds(String name, long[] ours) throws WorkbenchException {
        if (noted(name)) {
            results.add(expected.sameIds(name, ours));
        }
    }

    /** Takes comparisons made elsewhere over. */
    void add(List<Comparison> made) {
        made.forEach(one -> known.add(one.name()));
        results.addAll(made);
    }

    /** Says which tensors are inputs of what was computed elsewhere. */
    void inputs(String... names) {
        known.addAll(List.of(names));
    }

    /** A tensor that the file lacks is not compared. */
    private boolean noted(String name) {
        known.add(name);
        return has(name);
    }

    /**
     * Gradients of links; where the reference has none, there may be none.
     *
     * @param links by the prefix their gradients have in the file
     */
    void gradients(Tensor loss, Map<String, TrainableLink> links) throws WorkbenchException {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        links.forEach(
                (prefix, link) ->
                        link.weights().forEach((name, leaf) -> leaves.put(prefix + name, leaf)));
        List<Tensor> found =
                TensorKernels.gradients(
                        List.of(loss), List.copyOf(leaves.values()), null, false, scope);
        int at = 0;
        for (String name : leaves.keySet()) {
            Tensor ours = found.get(at++);
            if (has(name)) {
                gradient(name, ours);
            } else if (ours.shape().size() > 0) {
                results.add(expected.failed(name, "the reference has no gradient here"));
            }
        }
    }

    /** All comparisons, then a failed one for each tensor that no rule knows. */
    List<Comparison> results() {
        List<Comparison> all = new ArrayList<>(results);
        for (String name : expected.file().tensors().keySet()) {
            if (!known.contains(name)) {
                all.add(expected.failed(name, "this name is not known"));
            }
        }
        return all;
    }

    @Override
    public void close() {
        scope.close();
        models.values().forEach(CausalLm::close);
    }
}
