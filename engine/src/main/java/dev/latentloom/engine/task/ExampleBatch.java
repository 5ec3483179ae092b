package dev.latentloom.engine.task;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Examples of one agent packed for one training step, row-major. B examples, T positions, K tokens
 * of an input mixture, C candidates of a target; what is unused holds token 0 with weight 0. Rows
 * are padded on the right, so under a causal mask the padding changes nothing.
 *
 * <p>Input at (b, t) is Σ_k inputShares · embedding of inputIds, plus Gaussian noise of the given
 * deviation; what should be predicted there is the distribution of targetIds, already shifted.
 */
public final class ExampleBatch {
    private final int batch;
    private final int length;
    private final int mix;
    private final int choices;
    private final long[] inputIds;
    private final float[] inputShares;
    private final float[] noise;
    private final long[] targetIds;
    private final float[] targetShares;
    private final float[] lossWeights;

    /** Packs these examples; there must be at least one. */
    public ExampleBatch(List<AgentExample> examples) {
        batch = examples.size();
        length = examples.stream().mapToInt(AgentExample::length).max().orElseThrow();
        mix = examples.stream().mapToInt(ExampleBatch::widestInput).max().orElseThrow();
        choices = examples.stream().mapToInt(ExampleBatch::widestTarget).max().orElseThrow();
        inputIds = new long[batch * length * mix];
        inputShares = new float[batch * length * mix];
        noise = new float[batch * length];
        targetIds = new long[batch * length * choices];
        targetShares = new float[batch * length * choices];
        lossWeights = new float[batch * length];
        for (int b = 0; b < batch; b++) {
            pack(b, examples.get(b));
        }
    }

    /** Draws a batch for an agent of a task. */
    public static ExampleBatch draw(
            MiniatureTask task, String agent, int size, RandomGenerator random) {
        return new ExampleBatch(
                Stream.generate(() -> task.example(agent, random)).limit(size).toList());
    }

    private static int widestInput(AgentExample example) {
        return example.prompt().stream()
                .mapToInt(token -> token.mix().ids().size())
                .max()
                .orElse(1);
    }

    private static int widestTarget(AgentExample example) {
        return example.message().stream()
                .mapToInt(token -> token.target().ids().size())
                .max()
                .orElse(1);
    }

    private void pack(int b, AgentExample example) {
        int row = b * length;
        List<PromptToken> prompt = example.prompt();
        for (int t = 0; t < prompt.size(); t++) {
            put(prompt.get(t).mix(), (row + t) * mix, inputIds, inputShares);
            noise[row + t] = prompt.get(t).inSlot() ? (float) example.noise() : 0;
        }
        List<MessageToken> message = example.message();
        for (int i = 0; i < message.size(); i++) {
            MessageToken token = message.get(i);
            int predictedAt = row + prompt.size() - 1 + i;
            put(token.target(), predictedAt * choices, targetIds, targetShares);
            lossWeights[predictedAt] = (float) token.weight();
            if (i < message.size() - 1) {
                put(TokenMix.of(token.id()), (predictedAt + 1) * mix, inputIds, inputShares);
            }
        }
    }

    private static void put(TokenMix tokens, int at, long[] ids, float[] shares) {
        for (int k = 0; k < tokens.ids().size(); k++) {
            ids[at + k] = tokens.ids().get(k);
            shares[at + k] = tokens.shares().get(k).floatValue();
        }
    }

    /** B. */
    public int batch() {
        return batch;
    }

    /** T. */
    public int length() {
        return length;
    }

    /** K. */
    public int mix() {
        return mix;
    }

    /** C. */
    public int choices() {
        return choices;
    }

    /** Tokens that are mixed into each input, (B, T, K). */
    public long[] inputIds() {
        return inputIds;
    }

    /** Their weights, (B, T, K). */
    public float[] inputShares() {
        return inputShares;
    }

    /** Deviation of the noise in units of mean‖E‖/√D, (B, T). */
    public float[] noise() {
        return noise;
    }

    /** Tokens that may be predicted at each position, (B, T, C). */
    public long[] targetIds() {
        return targetIds;
    }

    /** Their probabilities, (B, T, C). */
    public float[] targetShares() {
        return targetShares;
    }

    /** Weight of each position in the loss, 0 where nothing is to be predicted, (B, T). */
    public float[] lossWeights() {
        return lossWeights;
    }
}
