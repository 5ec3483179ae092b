package dev.latentloom.engine.task;

/**
 * The architecture of a tiny agent, named as in a HuggingFace {@code config.json}.
 *
 * @param family {@code llama} or {@code qwen3}
 * @param hidden hidden width D
 * @param layers number of layers
 * @param heads number of query heads; they divide the width
 * @param keyValueHeads number of key-value heads
 * @param intermediate width inside the feed-forward part
 * @param tied whether the output layer is the embedding table
 */
public record TinyShape(
        String family,
        int hidden,
        int layers,
        int heads,
        int keyValueHeads,
        int intermediate,
        boolean tied) {
    /** A llama with its own output layer. */
    static TinyShape llama(int hidden, int layers, int heads) {
        return new TinyShape("llama", hidden, layers, heads, heads, intermediate(hidden), false);
    }

    /** A qwen3 with tied embeddings and half as many key-value heads. */
    static TinyShape qwen3(int hidden, int layers, int heads) {
        return new TinyShape("qwen3", hidden, layers, heads, heads / 2, intermediate(hidden), true);
    }

    private static int intermediate(int hidden) {
        return hidden * 8 / 3 / 16 * 16;
    }
}
