package dev.latentloom.engine.checkpoint;

/**
 * The values that transformers' configuration classes take where a config.json is silent.
 *
 * @param intermediate 0 means four times the hidden size
 * @param kvHeads 0 means as many as query heads
 * @param headDim 0 means hidden size / heads
 * @param further the rest
 */
record FamilyDefaults(
        int vocab,
        int hidden,
        int intermediate,
        int layers,
        int heads,
        int kvHeads,
        int headDim,
        Further further) {

    /** Defaults that are no extents of weights; {@code theta} is the base of the rotation. */
    record Further(int maxPositions, double normEps, boolean tied, double theta, double rotated) {}

    static FamilyDefaults of(LmFamily family) {
        Further further = further(family);
        return switch (family) {
            case LLAMA -> new FamilyDefaults(32000, 4096, 11008, 32, 32, 0, 0, further);
            case MISTRAL -> new FamilyDefaults(32000, 4096, 14336, 32, 32, 8, 0, further);
            case QWEN2 -> new FamilyDefaults(151936, 4096, 22016, 32, 32, 32, 0, further);
            case QWEN3 -> new FamilyDefaults(151936, 4096, 22016, 32, 32, 32, 128, further);
            case QWEN3_5 -> new FamilyDefaults(248320, 4096, 12288, 32, 16, 4, 256, further);
            case GEMMA2 -> new FamilyDefaults(256000, 2304, 9216, 26, 8, 4, 256, further);
            case GEMMA3 -> new FamilyDefaults(262208, 2304, 9216, 26, 8, 4, 256, further);
            case PHI3 -> new FamilyDefaults(32064, 3072, 8192, 32, 32, 0, 0, further);
            case SMOLLM3 -> new FamilyDefaults(128256, 2048, 11008, 36, 16, 4, 0, further);
            case OLMO2 -> new FamilyDefaults(50304, 4096, 11008, 32, 32, 0, 0, further);
            case GPT2 -> new FamilyDefaults(50257, 768, 0, 12, 12, 0, 0, further);
            case GPT_NEOX -> new FamilyDefaults(50432, 6144, 24576, 44, 64, 0, 0, further);
        };
    }

    private static Further further(LmFamily family) {
        return switch (family) {
            case LLAMA -> new Further(2048, 1e-6, false, 1e4, 1);
            case MISTRAL -> new Further(131072, 1e-6, false, 1e4, 1);
            case QWEN2, QWEN3 -> new Further(32768, 1e-6, false, 1e4, 1);
            case QWEN3_5 -> new Further(32768, 1e-6, false, 1e4, 0.25);
            case GEMMA2 -> new Further(8192, 1e-6, true, 1e4, 1);
            case GEMMA3 -> new Further(131072, 1e-6, true, 1e6, 1);
            case PHI3 -> new Further(4096, 1e-5, false, 1e4, 1);
            case SMOLLM3 -> new Further(32768, 1e-6, true, 2e6, 1);
            case OLMO2 -> new Further(2048, 1e-5, false, 1e4, 1);
            case GPT2 ->
                    new Further(1024, 1e-5, true, 1e4, 1); // no rotation; positions are learned
            case GPT_NEOX -> new Further(2048, 1e-5, false, 1e4, 0.25);
        };
    }
}
