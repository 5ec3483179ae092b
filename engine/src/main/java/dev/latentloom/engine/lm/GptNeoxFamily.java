package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.AttentionConfig;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/** gpt_neox (pythia): q, k and v of each head stand together in one projection. */
final class GptNeoxFamily implements Family {
    @Override
    public String kernel() {
        return "gpt_neox.py";
    }

    @Override
    public String head() {
        return "embed_out";
    }

    @Override
    public Map<String, Tensor> top(Weights weights, LmConfig config) throws WorkbenchException {
        Map<String, Tensor> top = new LinkedHashMap<>();
        int d = config.hidden();
        top.put("embed", weights.get("embed_in.weight", Shape.of(config.vocab(), d)));
        Gpt2Family.layerNorm(top, "norm", weights, "final_layer_norm", d);
        return top;
    }

    @Override
    public Map<String, Tensor> layer(Weights weights, LmConfig config, int index)
            throws WorkbenchException {
        Map<String, Tensor> layer = new LinkedHashMap<>();
        String at = "layers." + index + ".";
        int d = config.hidden();
        Gpt2Family.layerNorm(layer, "attn_norm", weights, at + "input_layernorm", d);
        Gpt2Family.layerNorm(layer, "mlp_norm", weights, at + "post_attention_layernorm", d);
        attention(layer, weights, config, at + "attention.");
        Shape in = Shape.of(config.intermediate(), d);
        Shape out = Shape.of(d, config.intermediate());
        LlamaFamily.linear(layer, "up", weights, at + "mlp.dense_h_to_4h", in, true);
        LlamaFamily.linear(layer, "down", weights, at + "mlp.dense_4h_to_h", out, true);
        return layer;
    }

    private static void attention(
            Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        AttentionConfig a = config.attention();
        long d = config.hidden();
        String[] parts = {"q", "k", "v"};
        Tensor fused = weights.get(at + "query_key_value.weight", Shape.of(3 * d, d));
        for (int i = 0; i < parts.length; i++) {
            layer.put(parts[i], weights.interleaved(fused, a.heads(), a.headDim(), i));
        }
        if (a.inputBias()) {
            Tensor bias = weights.get(at + "query_key_value.bias", Shape.of(3 * d));
            for (int i = 0; i < parts.length; i++) {
                layer.put(parts[i] + "_b", weights.interleaved(bias, a.heads(), a.headDim(), i));
            }
        }
        LlamaFamily.linear(layer, "o", weights, at + "dense", Shape.of(d, d), a.outputBias());
    }
}
