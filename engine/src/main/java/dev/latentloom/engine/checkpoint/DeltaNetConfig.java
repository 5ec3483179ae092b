package dev.latentloom.engine.checkpoint;

/**
 * The gated delta net of the linear-attention layers of {@link LmFamily#QWEN3_5}.
 *
 * @param keyHeads heads of q and k
 * @param valueHeads heads of v, a multiple of {@code keyHeads}
 * @param keyDim width of one key head
 * @param valueDim width of one value head
 * @param kernel taps of the causal convolution over positions
 */
public record DeltaNetConfig(int keyHeads, int valueHeads, int keyDim, int valueDim, int kernel) {}
