package dev.latentloom.engine.lm;

import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/**
 * What a model's layers said, each (B, T, D).
 *
 * @param last after the final norm
 * @param beforeNorm last layer's output before the final norm
 * @param layerInputs input of each layer; the first is the embedding output
 */
public record HiddenStates(Tensor last, Tensor beforeNorm, List<Tensor> layerInputs) {
    public HiddenStates {
        layerInputs = List.copyOf(layerInputs);
    }
}
