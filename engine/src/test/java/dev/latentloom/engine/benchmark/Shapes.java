package dev.latentloom.engine.benchmark;

/** Shapes that are measured. */
final class Shapes {
    private static final String COMMON =
            """
            "max_position_embeddings": 32768, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
            "hidden_act": "silu"
            """;

    /** The size of the samples' agents: d 128, 4 layers. */
    static final String TINY =
            "{"
                    + """
                    "model_type": "llama", "hidden_size": 128, "num_hidden_layers": 4,
                    "num_attention_heads": 4, "num_key_value_heads": 4, "intermediate_size": 344,
                    "vocab_size": 512, "tie_word_embeddings": false,
                    """
                    + COMMON
                    + "}";

    /** Qwen2.5-0.5B's. */
    static final String HALF_BILLION =
            "{"
                    + """
                    "model_type": "qwen2", "hidden_size": 896, "num_hidden_layers": 24,
                    "num_attention_heads": 14, "num_key_value_heads": 2, "intermediate_size": 4864,
                    "vocab_size": 151936, "tie_word_embeddings": true,
                    """
                    + COMMON
                    + "}";

    private Shapes() {}
}
