package dev.latentloom.engine.lm;

import dev.latentloom.engine.tensor.Packed;
import dev.latentloom.engine.tensor.Tensor;

/**
 * A loaded model's arguments, packed once.
 *
 * @param embedding input table (V, D)
 * @param output output table (V, D); the input table where they are tied
 * @param top weights outside of the layers
 * @param layers weights of each layer
 * @param head the output projection
 * @param numbers constants of the whole model
 * @param plans constants of each layer
 */
record LmWeights(
        Tensor embedding,
        Tensor output,
        Packed top,
        Packed layers,
        Packed head,
        Packed numbers,
        Packed plans) {}
