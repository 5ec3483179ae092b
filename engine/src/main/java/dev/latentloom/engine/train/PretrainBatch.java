package dev.latentloom.engine.train;

import dev.latentloom.engine.task.ExampleBatch;
import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A packed batch as tensors; only positions with a weight in the loss are scored.
 *
 * @param inputs token ids (B, T, K), their shares, and the noise (B, T, D) in units of mean‖E‖/√D
 * @param targets flat indices of the N scored positions, candidates (N, C), shares, weights (N)
 */
record PretrainBatch(List<Tensor> inputs, List<Tensor> targets) {
    static PretrainBatch of(ExampleBatch batch, int width, RandomGenerator random, Scope owner) {
        return new PretrainBatch(inputs(batch, width, random, owner), targets(batch, owner));
    }

    private static List<Tensor> inputs(
            ExampleBatch batch, int width, RandomGenerator random, Scope owner) {
        int rows = batch.batch();
        int length = batch.length();
        float[] noise = new float[rows * length * width];
        for (int at = 0; at < rows * length; at++) {
            float deviation = batch.noise()[at];
            for (int i = at * width; deviation > 0 && i < (at + 1) * width; i++) {
                noise[i] = (float) random.nextGaussian() * deviation;
            }
        }
        return List.of(
                owner.longs(batch.inputIds(), rows, length, batch.mix()),
                owner.floats(batch.inputShares(), rows, length, batch.mix()),
                owner.floats(noise, rows, length, width));
    }

    private static List<Tensor> targets(ExampleBatch batch, Scope owner) {
        List<Integer> scored = new ArrayList<>();
        for (int at = 0; at < batch.lossWeights().length; at++) {
            if (batch.lossWeights()[at] > 0) {
                scored.add(at);
            }
        }
        int n = scored.size();
        int choices = batch.choices();
        long[] where = new long[n];
        long[] ids = new long[n * choices];
        float[] shares = new float[n * choices];
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            int at = scored.get(i);
            where[i] = at;
            weights[i] = batch.lossWeights()[at];
            System.arraycopy(batch.targetIds(), at * choices, ids, i * choices, choices);
            System.arraycopy(batch.targetShares(), at * choices, shares, i * choices, choices);
        }
        return List.of(
                owner.longs(where, n),
                owner.longs(ids, n, choices),
                owner.floats(shares, n, choices),
                owner.floats(weights, n));
    }
}
