package dev.latentloom.engine.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.LayerNorm;

import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.link.LinkValues;
import dev.latentloom.engine.lm.CausalLm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A small llama and its inner link with one native call an operation, as a program on DJL's arrays
 * would be written: what the kernels are measured against, and nothing else.
 */
final class OpByOpLlama implements AutoCloseable {
    private static final float EPS = 1e-6f;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final Map<String, NDArray> weights = new HashMap<>();
    private final List<NDList> cache = new ArrayList<>();
    private final int layers;
    private final int heads;
    private final int width;

    /**
     * @param link values of an inner link of the official form
     */
    OpByOpLlama(CausalLm lm, LinkValues link) throws WorkbenchException {
        layers = lm.config().layers().size();
        heads = lm.config().attention().heads();
        width = lm.config().attention().headDim();
        for (Path shard : Shards.of(lm.folder())) {
            Safetensors file = Safetensors.open(shard);
            for (String name : file.tensors().keySet()) {
                put(name, file.floats(name), file.tensor(name).shape().toArray());
            }
        }
        link.weights().forEach((name, v) -> put(name, v, shape(link, name)));
        for (int i = 0; i < layers; i++) {
            cache.add(new NDList());
        }
    }

    private static long[] shape(LinkValues link, String name) {
        return Objects.requireNonNull(link.shape().weights().get(name)).toArray();
    }

    private void put(String name, float[] values, long... shape) {
        NDArray array = manager.create(values, new Shape(shape));
        boolean matrix = shape.length == 2 && !name.contains("embed_tokens");
        weights.put(name, matrix ? array.transpose() : array); // (in, out), as matMul takes it
    }

    private NDArray weight(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    /** One latent step: (1, 1, D) through the inner link and all layers; its values. */
    float[] step(float[] hidden, int position) {
        try (NDManager step = manager.newSubManager()) {
            NDArray x = inner(step.create(hidden, new Shape(1, 1, hidden.length)));
            x.attach(step);
            for (int i = 0; i < layers; i++) {
                x = layer(x, i, position, step);
            }
            return rms(x, "model.norm.weight").toFloatArray();
        }
    }

    private NDArray inner(NDArray h) {
        NDArray x = norm(h, "pre_ln");
        x = x.matMul(weight("proj1.weight")).add(weight("proj1.bias"));
        x = Activation.gelu(x);
        x = x.matMul(weight("proj2.weight")).add(weight("proj2.bias"));
        return norm(h.add(x), "post_ln");
    }

    private NDArray norm(NDArray x, String name) {
        Shape last = new Shape(x.getShape().get(2));
        NDArray gamma = weight(name + ".weight");
        NDArray beta = weight(name + ".bias");
        return LayerNorm.layerNorm(x, last, gamma, beta, 1e-5f).singletonOrThrow();
    }

    private NDArray rms(NDArray x, String name) {
        NDArray scale = x.square().mean(new int[] {2}, true).add(EPS).sqrt();
        return x.div(scale).mul(weight(name));
    }

    private NDArray layer(NDArray x, int i, int position, NDManager step) {
        String at = "model.layers." + i + ".";
        NDArray y = rms(x, at + "input_layernorm.weight");
        NDArray q = rotate(heads(y.matMul(weight(at + "self_attn.q_proj.weight"))), position, step);
        NDArray k = rotate(heads(y.matMul(weight(at + "self_attn.k_proj.weight"))), position, step);
        NDArray v = heads(y.matMul(weight(at + "self_attn.v_proj.weight")));
        NDList old = cache.get(i);
        if (!old.isEmpty()) {
            k = old.get(0).concat(k, 2);
            v = old.get(1).concat(v, 2);
        }
        keep(i, k, v);
        NDArray score = q.matMul(k.transpose(0, 1, 3, 2)).mul(1 / Math.sqrt(width));
        NDArray seen = score.softmax(-1).matMul(v); // (1, H, 1, Dh)
        NDArray joined = seen.transpose(0, 2, 1, 3).reshape(1, 1, (long) heads * width);
        x = x.add(joined.matMul(weight(at + "self_attn.o_proj.weight")));
        y = rms(x, at + "post_attention_layernorm.weight");
        NDArray gate = y.matMul(weight(at + "mlp.gate_proj.weight"));
        gate = gate.mul(Activation.sigmoid(gate));
        NDArray up = y.matMul(weight(at + "mlp.up_proj.weight"));
        return x.add(gate.mul(up).matMul(weight(at + "mlp.down_proj.weight")));
    }

    private void keep(int layer, NDArray k, NDArray v) {
        NDList old = cache.get(layer);
        k.attach(manager);
        v.attach(manager);
        cache.set(layer, new NDList(k, v));
        old.close();
    }

    private NDArray heads(NDArray x) {
        return x.reshape(1, 1, heads, width).transpose(0, 2, 1, 3);
    }

    private NDArray rotate(NDArray x, int position, NDManager step) {
        int half = width / 2;
        float[] cos = new float[half];
        float[] sin = new float[half];
        for (int j = 0; j < half; j++) {
            double angle = position * Math.pow(10_000, -2.0 * j / width);
            cos[j] = (float) Math.cos(angle);
            sin[j] = (float) Math.sin(angle);
        }
        NDArray c = step.create(cos);
        NDArray s = step.create(sin);
        NDArray a = x.get("..., :{}", half);
        NDArray b = x.get("..., {}:", half);
        return a.mul(c).sub(b.mul(s)).concat(b.mul(c).add(a.mul(s)), -1);
    }

    @Override
    public void close() {
        manager.close();
    }
}
