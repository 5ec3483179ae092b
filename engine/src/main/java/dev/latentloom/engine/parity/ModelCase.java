package dev.latentloom.engine.parity;

import dev.latentloom.engine.job.JobMonitor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.CausalLm;
import dev.latentloom.engine.lm.HiddenStates;
import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One checkpoint held against its reference: states, logits, greedy text, a padded batch. */
final class ModelCase {
    private static final int LAST_EMBEDS = 4;

    private final CausalLm lm;
    private final Expected expected;
    private final List<Comparison> results = new ArrayList<>();

    ModelCase(CausalLm lm, Expected expected) {
        this.lm = lm;
        this.expected = expected;
    }

    List<Comparison> compare() throws WorkbenchException {
        try (Scope scope = Scope.open()) {
            if (expected.has("input_ids")) {
                prompt(scope);
                greedy(scope);
            }
            embeddings(scope);
            batch(scope);
        }
        return results;
    }

    private void prompt(Scope scope) throws WorkbenchException {
        Tensor embedded = lm.embed(expected.ids("input_ids", scope), scope);
        HiddenStates states = lm.hiddenStates(embedded, lm.newCache(1, scope), scope);
        check("logits", lm.logits(states.last(), scope));
        check("hidden_last", states.last());
        check("hidden_prenorm", states.beforeNorm());
        List<Tensor> inputs = states.layerInputs();
        for (int i = 0; i < inputs.size(); i++) {
            check("hidden_states." + i, inputs.get(i));
        }
        check("hidden_states." + inputs.size(), states.last());
    }

    private void check(String name, Tensor ours) throws WorkbenchException {
        if (expected.has(name)) {
            results.add(expected.values(name, ours));
        }
    }

    private void embeddings(Scope scope) throws WorkbenchException {
        if (!expected.has("inputs_embeds")) {
            return;
        }
        Tensor given = typed(expected.input("inputs_embeds", scope), scope);
        Tensor hidden = lm.hidden(given, lm.newCache(1, scope), scope);
        check("embeds.hidden_last", hidden);
        long length = hidden.shape().get(1);
        Tensor last = TensorKernels.narrow(hidden, 1, length - LAST_EMBEDS, LAST_EMBEDS, scope);
        check("embeds.logits", lm.logits(last, scope));
    }

    private Tensor typed(Tensor x, Scope scope) {
        return TensorKernels.to(x, lm.device(), lm.type(), scope);
    }

    private void greedy(Scope scope) throws WorkbenchException {
        if (!expected.has("greedy.ids")) {
            return;
        }
        int count = expected.file().longs("greedy.ids").length;
        KvCache cache = lm.newCache(1, scope);
        Tensor input = lm.embed(expected.ids("input_ids", scope), scope);
        long[] ids = new long[count];
        List<Tensor> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Tensor logits = lm.logits(lm.lastHidden(input, cache, scope), scope);
            steps.add(logits);
            ids[i] = TensorKernels.longs(lm.best(logits, scope))[0];
            input = lm.embed(scope.longs(new long[] {ids[i]}, 1, 1), scope);
        }
        results.add(expected.sameIds("greedy.ids", ids));
        check("greedy.step_logits", TensorKernels.concat(steps, 1, scope));
    }

    private void batch(Scope scope) throws WorkbenchException {
        if (!expected.has("batch.input_ids")) {
            return;
        }
        Tensor ids = expected.ids("batch.input_ids", scope);
        int rows = Math.toIntExact(ids.shape().get(0));
        int length = Math.toIntExact(ids.shape().get(1));
        long[] mask = expected.file().longs("batch.attention_mask");
        long[] pads = new long[rows];
        for (int row = 0; row < rows; row++) {
            long[] own = Arrays.copyOfRange(mask, row * length, (row + 1) * length);
            pads[row] = length - Arrays.stream(own).sum();
        }
        KvCache cache = lm.newCache(pads, scope);
        Tensor last = lm.lastHidden(lm.embed(ids, scope), cache, scope);
        check("batch.last_hidden", last);
        check("batch.last_logits", lm.logits(last, scope));
    }

    /** Computes the prompt wholly in bfloat16; the limit is twice the reference's own distance. */
    static Comparison bf16(Path folder, Expected expected, DeviceChoice device, double own)
            throws WorkbenchException {
        try (CausalLm half = CausalLm.load(folder, device, DType.BF16, JobMonitor.NONE);
                Scope scope = Scope.open()) {
            Tensor embedded = half.embed(expected.ids("input_ids", scope), scope);
            Tensor hidden = half.hidden(embedded, half.newCache(1, scope), scope);
            float[] ours = TensorKernels.floats(half.logits(hidden, scope));
            double distance = Expected.distance(ours, expected.file().floats("logits"));
            return expected.said("bf16.logits", distance, 2 * own);
        }
    }
}
