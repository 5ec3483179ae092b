package dev.latentloom.app.cli;

import java.util.Arrays;
import java.util.Optional;

/** Shapes of known models, to measure speed where their weights are not at hand. */
enum BenchShape {
    /** The size of the samples' agents. */
    TINY(
            "tiny",
            """
            "model_type": "llama", "hidden_size": 128, "num_hidden_layers": 4,
            "num_attention_heads": 4, "num_key_value_heads": 4, "intermediate_size": 344,
            "vocab_size": 512, "tie_word_embeddings": false
            """),
    SMALL(
            "small",
            """
            "model_type": "llama", "hidden_size": 512, "num_hidden_layers": 8,
            "num_attention_heads": 8, "num_key_value_heads": 8, "intermediate_size": 1376,
            "vocab_size": 32000, "tie_word_embeddings": false
            """),
    QWEN_HALF_BILLION(
            "qwen2.5-0.5b",
            """
            "model_type": "qwen2", "hidden_size": 896, "num_hidden_layers": 24,
            "num_attention_heads": 14, "num_key_value_heads": 2, "intermediate_size": 4864,
            "vocab_size": 151936, "tie_word_embeddings": true
            """),
    QWEN_ONE_AND_A_HALF_BILLION(
            "qwen2.5-1.5b",
            """
            "model_type": "qwen2", "hidden_size": 1536, "num_hidden_layers": 28,
            "num_attention_heads": 12, "num_key_value_heads": 2, "intermediate_size": 8960,
            "vocab_size": 151936, "tie_word_embeddings": true
            """);

    private static final String COMMON =
            """
            "max_position_embeddings": 32768, "rms_norm_eps": 1e-6, "rope_theta": 10000.0,
            "hidden_act": "silu"
            """;

    private final String id;
    private final String sizes;

    BenchShape(String id, String sizes) {
        this.id = id;
        this.sizes = sizes;
    }

    static Optional<BenchShape> named(String name) {
        return Arrays.stream(values()).filter(shape -> shape.id.equals(name)).findFirst();
    }

    /** Name on the command line. */
    String id() {
        return id;
    }

    /** Text of a {@code config.json} of this shape. */
    String configJson() {
        return "{" + sizes + "," + COMMON + "}\n";
    }
}
