package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/** gpt2: its matrices are stored (in, out), as Conv1D, and q, k, v stand side by side. */
final class Gpt2Family implements Family {
    @Override
    public String kernel() {
        return "gpt2.py";
    }

    @Override
    public Map<String, Tensor> top(Weights weights, LmConfig config) throws WorkbenchException {
        Map<String, Tensor> top = new LinkedHashMap<>();
        int d = config.hidden();
        top.put("embed", weights.get("wte.weight", Shape.of(config.vocab(), d)));
        top.put("positions", weights.get("wpe.weight", Shape.of(config.maxPositions(), d)));
        layerNorm(top, "norm", weights, "ln_f", d);
        return top;
    }

    @Override
    public Map<String, Tensor> layer(Weights weights, LmConfig config, int index)
            throws WorkbenchException {
        Map<String, Tensor> layer = new LinkedHashMap<>();
        String at = "h." + index + ".";
        int d = config.hidden();
        int wide = config.intermediate();
        layerNorm(layer, "attn_norm", weights, at + "ln_1", d);
        layerNorm(layer, "mlp_norm", weights, at + "ln_2", d);
        Tensor fused = weights.transposed(at + "attn.c_attn.weight", Shape.of(d, 3L * d));
        Tensor bias = weights.get(at + "attn.c_attn.bias", Shape.of(3L * d));
        String[] parts = {"q", "k", "v"};
        for (int i = 0; i < parts.length; i++) {
            layer.put(parts[i], weights.slice(fused, (long) i * d, d));
            layer.put(parts[i] + "_b", weights.slice(bias, (long) i * d, d));
        }
        conv(layer, "o", weights, at + "attn.c_proj", Shape.of(d, d));
        conv(layer, "up", weights, at + "mlp.c_fc", Shape.of(d, wide));
        conv(layer, "down", weights, at + "mlp.c_proj", Shape.of(wide, d));
        return layer;
    }

    private static void conv(
            Map<String, Tensor> layer, String key, Weights weights, String name, Shape shape)
            throws WorkbenchException {
        layer.put(key, weights.transposed(name + ".weight", shape));
        layer.put(key + "_b", weights.get(name + ".bias", Shape.of(shape.get(1))));
    }

    static void layerNorm(
            Map<String, Tensor> to, String key, Weights weights, String name, int width)
            throws WorkbenchException {
        to.put(key, weights.f32(name + ".weight", Shape.of(width)));
        to.put(key + "_b", weights.f32(name + ".bias", Shape.of(width)));
    }
}
