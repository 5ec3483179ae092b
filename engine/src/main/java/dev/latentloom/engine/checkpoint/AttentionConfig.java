package dev.latentloom.engine.checkpoint;

/**
 * The softmax attention of a decoder, the same in each of its attention layers.
 *
 * @param heads query heads H
 * @param kvHeads key and value heads Hkv; divides H
 * @param headDim width Dh of one head; H · Dh need not be the hidden size
 * @param scale factor of the scores q·k, mostly 1/√Dh
 * @param softcap scores s become softcap · tanh(s / softcap); 0 means they stay
 * @param inputBias whether the projections to q, k and v have biases
 * @param outputBias whether the projection back has one
 */
public record AttentionConfig(
        int heads,
        int kvHeads,
        int headDim,
        double scale,
        double softcap,
        boolean inputBias,
        boolean outputBias) {}
