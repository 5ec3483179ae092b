package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.AttentionConfig;
import dev.latentloom.engine.checkpoint.DeltaNetConfig;
import dev.latentloom.engine.checkpoint.LayerPlan;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** qwen3_5: gated delta nets with a gated attention every few layers; norms multiply with 1 + w. */
final class Qwen35Family extends LlamaFamily {
    @Override
    public String kernel() {
        return "qwen35.py";
    }

    @Override
    public Map<String, Tensor> layer(Weights weights, LmConfig config, int index)
            throws WorkbenchException {
        Map<String, Tensor> layer = new LinkedHashMap<>();
        String at = "layers." + index + ".";
        if (config.layers().get(index).linear()) {
            deltaNet(layer, weights, config, at + "linear_attn.");
        } else {
            gatedAttention(layer, weights, config, at + "self_attn.");
        }
        mlp(layer, weights, config, at + "mlp.");
        norms(layer, weights, config, at);
        return layer;
    }

    private void gatedAttention(
            Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        AttentionConfig a = config.attention();
        long d = config.hidden();
        long queries = (long) a.heads() * a.headDim();
        long keys = (long) a.kvHeads() * a.headDim();
        boolean bias = a.inputBias();
        linear(layer, "q", weights, at + "q_proj", Shape.of(2 * queries, d), bias);
        linear(layer, "k", weights, at + "k_proj", Shape.of(keys, d), bias);
        linear(layer, "v", weights, at + "v_proj", Shape.of(keys, d), bias);
        linear(layer, "o", weights, at + "o_proj", Shape.of(d, queries), a.outputBias());
        layer.put("q_norm", norm(weights, at + "q_norm.weight", a.headDim()));
        layer.put("k_norm", norm(weights, at + "k_norm.weight", a.headDim()));
    }

    private static void deltaNet(
            Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        DeltaNetConfig net = Objects.requireNonNull(config.deltaNet());
        long d = config.hidden();
        long values = (long) net.valueHeads() * net.valueDim();
        long channels = channels(net);
        linear(layer, "qkv", weights, at + "in_proj_qkv", Shape.of(channels, d), false);
        linear(layer, "z", weights, at + "in_proj_z", Shape.of(values, d), false);
        linear(layer, "b", weights, at + "in_proj_b", Shape.of(net.valueHeads(), d), false);
        linear(layer, "a", weights, at + "in_proj_a", Shape.of(net.valueHeads(), d), false);
        linear(layer, "out", weights, at + "out_proj", Shape.of(d, values), false);
        layer.put("conv", weights.get(at + "conv1d.weight", Shape.of(channels, 1, net.kernel())));
        layer.put("a_log", weights.f32(at + "A_log", Shape.of(net.valueHeads())));
        layer.put("dt", weights.f32(at + "dt_bias", Shape.of(net.valueHeads())));
        layer.put("gate_norm", weights.f32(at + "norm.weight", Shape.of(net.valueDim())));
    }

    private static int channels(DeltaNetConfig net) {
        return 2 * net.keyHeads() * net.keyDim() + net.valueHeads() * net.valueDim();
    }

    @Override
    Tensor norm(Weights weights, String name, int width) throws WorkbenchException {
        return weights.plusOne(super.norm(weights, name, width));
    }

    @Override
    public void numbers(Map<String, Double> numbers, LmConfig config) {
        DeltaNetConfig net = Objects.requireNonNull(config.deltaNet());
        numbers.put("key_heads", (double) net.keyHeads());
        numbers.put("key_dim", (double) net.keyDim());
        numbers.put("value_dim", (double) net.valueDim());
    }

    @Override
    public List<CacheSlot> cache(LmConfig config) {
        DeltaNetConfig net = Objects.requireNonNull(config.deltaNet());
        List<CacheSlot> slots = new ArrayList<>();
        for (LayerPlan plan : config.layers()) {
            if (plan.linear()) {
                slots.add(new CacheSlot(channels(net), net.kernel() - 1, 1, false));
                slots.add(new CacheSlot(net.valueHeads(), net.keyDim(), net.valueDim(), true));
            } else {
                slots.add(CacheSlot.keysOrValues(config));
                slots.add(CacheSlot.keysOrValues(config));
            }
        }
        return slots;
    }
}
