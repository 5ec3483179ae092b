package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.AttentionConfig;
import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Map;

/** phi3 and phi-4-mini: llama with fused projections, of which views are taken. */
final class Phi3Family extends LlamaFamily {
    @Override
    void attention(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        AttentionConfig a = config.attention();
        long queries = (long) a.heads() * a.headDim();
        long keys = (long) a.kvHeads() * a.headDim();
        Tensor fused =
                weights.get(at + "qkv_proj.weight", Shape.of(queries + 2 * keys, config.hidden()));
        layer.put("q", weights.slice(fused, 0, queries));
        layer.put("k", weights.slice(fused, queries, keys));
        layer.put("v", weights.slice(fused, queries + keys, keys));
        layer.put("o", weights.get(at + "o_proj.weight", Shape.of(config.hidden(), queries)));
    }

    @Override
    void mlp(Map<String, Tensor> layer, Weights weights, LmConfig config, String at)
            throws WorkbenchException {
        long width = config.intermediate();
        Tensor fused =
                weights.get(at + "gate_up_proj.weight", Shape.of(2 * width, config.hidden()));
        layer.put("gate", weights.slice(fused, 0, width));
        layer.put("up", weights.slice(fused, width, width));
        layer.put("down", weights.get(at + "down_proj.weight", Shape.of(config.hidden(), width)));
    }
}
