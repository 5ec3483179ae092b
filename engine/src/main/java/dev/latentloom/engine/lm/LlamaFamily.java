package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.AttentionConfig;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.LmFamily;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/** llama, mistral, qwen2, qwen3, smollm3 and olmo2: RMSNorm, rotary attention, gated MLP. */
class LlamaFamily implements Family {
    @Override
    public String kernel() {
        return "llama.py";
    }

    @Override
    public Map<String, Tensor> top(Weights weights, LmConfig config) throws WorkbenchException {
        Map<String, Tensor> top = new LinkedHashMap<>();
        top.put(
                "embed",
                weights.get("embed_tokens.weight", Shape.of(config.vocab(), config.hidden())));
        top.put("norm", norm(weights, "norm.weight", config.hidden()));
        return top;
    }

    @Override
    public Map<String, Tensor> layer(Weights weights, LmConfig config, int index)
            throws WorkbenchException {
        Map<String, Tensor> layer = new LinkedHashMap<>();
        String at = "layers." + index + ".";
        attention(layer, weights, config, at + "self_attn.");
        mlp(layer, weights, config, at + "mlp.");
        norms(layer, weights, config, at);
        return layer;
    }

    void attention(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        AttentionConfig a = config.attention();
        int queries = a.heads() * a.headDim();
        int keys = a.kvHeads() * a.headDim();
        boolean bias = a.inputBias();
        linear(layer, "q", weights, at + "q_proj", Shape.of(queries, config.hidden()), bias);
        linear(layer, "k", weights, at + "k_proj", Shape.of(keys, config.hidden()), bias);
        linear(layer, "v", weights, at + "v_proj", Shape.of(keys, config.hidden()), bias);
        linear(
                layer,
                "o",
                weights,
                at + "o_proj",
                Shape.of(config.hidden(), queries),
                a.outputBias());
        queryKeyNorms(layer, weights, config, at);
    }

    private void queryKeyNorms(
            Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        AttentionConfig a = config.attention();
        if (config.family() == LmFamily.QWEN3 || config.family() == LmFamily.GEMMA3) {
            layer.put("q_norm", norm(weights, at + "q_norm.weight", a.headDim()));
            layer.put("k_norm", norm(weights, at + "k_norm.weight", a.headDim()));
        } else if (config.family() == LmFamily.OLMO2) {
            int queries = a.heads() * a.headDim();
            int keys = a.kvHeads() * a.headDim();
            layer.put("q_norm", norm(weights, at + "q_norm.weight", queries));
            layer.put("k_norm", norm(weights, at + "k_norm.weight", keys));
        }
    }

    void mlp(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        Shape in = Shape.of(config.intermediate(), config.hidden());
        Shape out = Shape.of(config.hidden(), config.intermediate());
        linear(layer, "gate", weights, at + "gate_proj", in, config.mlpBias());
        linear(layer, "up", weights, at + "up_proj", in, config.mlpBias());
        linear(layer, "down", weights, at + "down_proj", out, config.mlpBias());
    }

    void norms(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        int d = config.hidden();
        if (config.family() == LmFamily.OLMO2) {
            layer.put("attn_post", norm(weights, at + "post_attention_layernorm.weight", d));
            layer.put("mlp_post", norm(weights, at + "post_feedforward_layernorm.weight", d));
        } else {
            layer.put("attn_norm", norm(weights, at + "input_layernorm.weight", d));
            layer.put("mlp_norm", norm(weights, at + "post_attention_layernorm.weight", d));
        }
    }

    /** A norm's weight in f32, as the kernel multiplies with it. */
    Tensor norm(Weights weights, String name, int width) throws WorkbenchException {
        return weights.f32(name, Shape.of(width));
    }

    static void linear(
            Map<String, Tensor> layer,
            String key,
            Weights weights,
            String name,
            Shape shape,
            boolean bias)
            throws WorkbenchException {
        layer.put(key, weights.get(name + ".weight", shape));
        if (bias) {
            layer.put(key + "_b", weights.get(name + ".bias", Shape.of(shape.get(0))));
        }
    }
}
