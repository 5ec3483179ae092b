package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.Tensor;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What one model family adds to the shared frame: the TorchScript text of its layers, and where its
 * weights stand in a checkpoint.
 */
interface Family {
    /** TorchScript resource with the family's {@code decode}. */
    String kernel();

    /** Weights outside of the layers: {@code embed}, final norm, learned positions. */
    Map<String, Tensor> top(Weights weights, LmConfig config) throws WorkbenchException;

    /** Weights of one layer under the names its kernel uses. */
    Map<String, Tensor> layer(Weights weights, LmConfig config, int index)
            throws WorkbenchException;

    /** Name of the output table without prefix. */
    default String head() {
        return "lm_head";
    }

    /** The cache of all layers, two tensors each. */
    default List<CacheSlot> cache(LmConfig config) {
        CacheSlot slot = CacheSlot.keysOrValues(config);
        return Collections.nCopies(2 * config.layers().size(), slot);
    }

    /** Adds constants only this family's kernel reads. */
    default void numbers(Map<String, Double> numbers, LmConfig config) {}

    /** The family of a configuration. */
    static Family of(LmConfig config) {
        return switch (config.family()) {
            case LLAMA, MISTRAL, QWEN2, QWEN3, SMOLLM3, OLMO2 -> new LlamaFamily();
            case GEMMA2, GEMMA3 -> new GemmaFamily();
            case PHI3 -> new Phi3Family();
            case QWEN3_5 -> new Qwen35Family();
            case GPT2 -> new Gpt2Family();
            case GPT_NEOX -> new GptNeoxFamily();
        };
    }
}
