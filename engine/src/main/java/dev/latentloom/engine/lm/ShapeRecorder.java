package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.DeviceChoice;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Shape;
import dev.latentloom.engine.tensor.Tensor;
import dev.latentloom.engine.tensor.TensorKernels;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives tensors without memory or values and notes what was asked for. */
final class ShapeRecorder implements TensorSource {
    private final String first;
    private final Scope scope;
    private final Map<String, Shape> asked = new LinkedHashMap<>();

    ShapeRecorder(LmConfig config, Scope scope) {
        this.first =
                switch (config.family()) {
                    case GPT2 -> "transformer.wte.weight";
                    case GPT_NEOX -> "gpt_neox.embed_in.weight";
                    default -> "model.embed_tokens.weight";
                };
        this.scope = scope;
    }

    @Override
    public boolean has(String name) {
        return name.equals(first);
    }

    @Override
    public Tensor read(String name, Shape shape, DType type) {
        asked.put(name, shape);
        return TensorKernels.zeros(shape, DeviceChoice.META, type, scope);
    }

    /** Names and shapes in the order in which they were asked for. */
    Map<String, Shape> asked() {
        return asked;
    }
}
