package dev.latentloom.engine.train;

import dev.latentloom.engine.tensor.Tensor;

/**
 * What a link should say for N thoughts.
 *
 * @param values embeddings (N, D)
 * @param weights of the thoughts in the loss (N)
 * @param variance of the embeddings the values come from
 */
record RegressionTarget(Tensor values, Tensor weights, double variance) {}
