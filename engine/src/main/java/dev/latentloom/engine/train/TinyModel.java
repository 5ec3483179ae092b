package dev.latentloom.engine.train;

import dev.latentloom.engine.task.TinyShape;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The weights of a tiny agent while it is trained, under the names HuggingFace gives them. */
final class TinyModel {
    private static final double EMBEDDING_DEVIATION = 0.1;

    private final TinyShape shape;
    private final int vocabulary;
    private final RandomGenerator random;
    private final Scope scope;
    private final Map<String, Tensor> weights = new LinkedHashMap<>();
    private final Map<String, Tensor> top = new LinkedHashMap<>();
    private final List<Map<String, Tensor>> layers = new ArrayList<>();
    private final Tensor head;

    /** Draws fresh weights. */
    TinyModel(TinyShape shape, int vocabulary, RandomGenerator random, Scope scope) {
        this.shape = shape;
        this.vocabulary = vocabulary;
        this.random = random;
        this.scope = scope;
        Shape table = Shape.of(vocabulary, shape.hidden());
        top.put("embed", drawn("model.embed_tokens.weight", table, EMBEDDING_DEVIATION));
        for (int i = 0; i < shape.layers(); i++) {
            layers.add(layer("model.layers." + i + "."));
        }
        top.put("norm", ones("model.norm.weight", shape.hidden()));
        head =
                shape.tied()
                        ? weights.values().iterator().next()
                        : drawn("lm_head.weight", table, EMBEDDING_DEVIATION);
    }

    private Map<String, Tensor> layer(String at) {
        Map<String, Tensor> layer = new LinkedHashMap<>();
        int d = shape.hidden();
        int wide = shape.intermediate();
        int keys = shape.keyValueHeads() * headWidth();
        layer.put("attn_norm", ones(at + "input_layernorm.weight", d));
        layer.put("q", matrix(at + "self_attn.q_proj.weight", d, d, 1));
        layer.put("k", matrix(at + "self_attn.k_proj.weight", keys, d, 1));
        layer.put("v", matrix(at + "self_attn.v_proj.weight", keys, d, 1));
        // what is added to the residual stream starts smaller the more layers add to it
        double share = 1 / Math.sqrt(2.0 * shape.layers());
        layer.put("o", matrix(at + "self_attn.o_proj.weight", d, d, share));
        if (shape.family().equals("qwen3")) {
            layer.put("q_norm", ones(at + "self_attn.q_norm.weight", headWidth()));
            layer.put("k_norm", ones(at + "self_attn.k_norm.weight", headWidth()));
        }
        layer.put("mlp_norm", ones(at + "post_attention_layernorm.weight", d));
        layer.put("gate", matrix(at + "mlp.gate_proj.weight", wide, d, 1));
        layer.put("up", matrix(at + "mlp.up_proj.weight", wide, d, 1));
        layer.put("down", matrix(at + "mlp.down_proj.weight", d, wide, share));
        return layer;
    }

    private Tensor matrix(String name, int out, int in, double share) {
        return drawn(name, Shape.of(out, in), share / Math.sqrt(in));
    }

    private Tensor drawn(String name, Shape form, double deviation) {
        float[] values = new float[Math.toIntExact(form.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return keep(name, values, form);
    }

    private Tensor ones(String name, int width) {
        float[] values = new float[width];
        Arrays.fill(values, 1);
        return keep(name, values, Shape.of(width));
    }

    private Tensor keep(String name, float[] values, Shape form) {
        Tensor leaf = TensorKernels.leaf(scope.floats(values, form.toArray()), scope);
        weights.put(name, leaf);
        return leaf;
    }

    TinyShape shape() {
        return shape;
    }

    /** V. */
    int vocabulary() {
        return vocabulary;
    }

    /** Width of one attention head. */
    int headWidth() {
        return shape.hidden() / shape.heads();
    }

    /** All weights by their names in a checkpoint. */
    Map<String, Tensor> weights() {
        return weights;
    }

    /** All weights in a fixed order. */
    List<Tensor> parameters() {
        return List.copyOf(weights.values());
    }

    Packed top() {
        return Packed.map(top, scope);
    }

    Packed layers() {
        return Packed.maps(layers, scope);
    }

    /** Output table (V, D). */
    Tensor head() {
        return head;
    }
}
