package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Map;

/** gemma2 and gemma3: norms before and after attention and MLP, each multiplying with 1 + w. */
final class GemmaFamily extends LlamaFamily {
    @Override
    void norms(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        int d = config.hidden();
        layer.put("attn_norm", norm(weights, at + "input_layernorm.weight", d));
        layer.put("attn_post", norm(weights, at + "post_attention_layernorm.weight", d));
        layer.put("mlp_norm", norm(weights, at + "pre_feedforward_layernorm.weight", d));
        layer.put("mlp_post", norm(weights, at + "post_feedforward_layernorm.weight", d));
    }

    @Override
    Tensor norm(Weights weights, String name, int width) throws WorkbenchException {
        return weights.plusOne(super.norm(weights, name, width));
    }
}
