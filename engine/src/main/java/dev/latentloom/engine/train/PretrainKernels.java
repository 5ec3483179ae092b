package dev.latentloom.engine.train;

import dev.latentloom.engine.tensor.Kernel;
import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The typed face of pre-training's TorchScript text, which goes through the models' own decode. */
final class PretrainKernels {
    private static final String MODELS = "/dev/latentloom/engine/lm/";
    private static final Kernel KERNEL =
            Kernel.load(
                    PretrainKernels.class,
                    MODELS + "common.py",
                    MODELS + "llama.py",
                    "pretrain.py");

    private final Packed parameters;
    private final Packed top;
    private final Packed layers;
    private final Tensor head;
    private final Packed numbers;
    private final Packed plans;
    private final Packed ropes;

    /** Packs a model's arguments once; they live as long as {@code scope}. */
    PretrainKernels(TinyModel model, Scope scope) {
        int width = model.headWidth();
        parameters = Packed.list(model.parameters(), scope);
        top = model.top();
        layers = model.layers();
        head = model.head();
        numbers =
                Packed.numbers(
                        Map.of(
                                "head_dim", (double) width,
                                "eps", TinyModelFolder.NORM_EPS,
                                "scale", 1 / Math.sqrt(width),
                                "attention_cap", 0.0,
                                "window", 0.0,
                                "rope_factor_0", 1.0,
                                "activation", 0.0),
                        scope);
        Map<String, Double> plan = Map.of("rope", 0.0, "window", 0.0);
        plans = Packed.numbersList(Collections.nCopies(model.shape().layers(), plan), scope);
        ropes = Packed.list(List.of(frequencies(width, scope)), scope);
    }

    private static Tensor frequencies(int width, Scope scope) {
        float[] inverse = new float[width / 2];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = (float) Math.pow(TinyModelFolder.ROPE_BASE, -2.0 * i / width);
        }
        return scope.floats(inverse, inverse.length);
    }

    /** The loss of a batch, then its gradient for every parameter; needs gradients on. */
    List<Tensor> lossAndGradients(List<Tensor> inputs, List<Tensor> targets, Scope owner) {
        return KERNEL.tensors(
                owner,
                "loss_and_gradients",
                parameters,
                top,
                layers,
                head,
                numbers,
                plans,
                ropes,
                inputs,
                targets);
    }
}
