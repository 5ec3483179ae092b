package dev.latentloom.engine.rollout;

import dev.latentloom.engine.lm.KvCache;
import dev.latentloom.engine.tensor.Tensor;

/**
 * A rollout whose agent goes on after it: the next token is read from {@code next}.
 *
 * @param thoughts H, last hidden states before each step (B, m, D)
 * @param inputs E, what was fed at each step (B, m, D)
 * @param next hidden state after the last step, the prompt's own where m = 0, (B, 1, D)
 * @param cache holds the prompt and all m inputs
 */
public record LatentTrace(Tensor thoughts, Tensor inputs, Tensor next, KvCache cache) {}
