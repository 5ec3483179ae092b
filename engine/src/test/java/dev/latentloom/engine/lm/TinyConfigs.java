package dev.latentloom.engine.lm;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small config.json for each family. */
final class TinyConfigs {
    private static final String SIZES =
            """
            "vocab_size": 61, "hidden_size": 32, "num_hidden_layers": 3, "num_attention_heads": 4,
            "num_key_value_heads": 2, "intermediate_size": 48, "max_position_embeddings": 128
            """;

    private TinyConfigs() {}

    /** Names and texts. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("llama", "\"model_type\": \"llama\"");
        all.put("qwen2", "\"model_type\": \"qwen2\", \"tie_word_embeddings\": true");
        all.put("qwen3", "\"model_type\": \"qwen3\", \"head_dim\": 12");
        all.put("mistral", "\"model_type\": \"mistral\", \"sliding_window\": 5");
        all.put(
                "gemma2",
                "\"model_type\": \"gemma2\", \"head_dim\": 8, \"sliding_window\": 4,"
                        + " \"query_pre_attn_scalar\": 8");
        all.put(
                "gemma3",
                "\"model_type\": \"gemma3_text\", \"head_dim\": 8, \"sliding_window\": 4,"
                        + " \"sliding_window_pattern\": 2, \"query_pre_attn_scalar\": 8");
        all.put("phi3", "\"model_type\": \"phi3\", \"sliding_window\": 6, \"pad_token_id\": 0");
        all.put("smollm3", "\"model_type\": \"smollm3\", \"no_rope_layers\": [1, 0, 1]");
        all.put("olmo2", "\"model_type\": \"olmo2\"");
        all.put(
                "qwen3_5",
                "\"model_type\": \"qwen3_5_text\", \"head_dim\": 8,"
                        + " \"linear_num_key_heads\": 2, \"linear_num_value_heads\": 4,"
                        + " \"linear_key_head_dim\": 8, \"linear_value_head_dim\": 6,"
                        + " \"linear_conv_kernel_dim\": 4, \"layer_types\":"
                        + " [\"linear_attention\", \"full_attention\", \"linear_attention\"]");
        all.put("gpt_neox", "\"model_type\": \"gpt_neox\", \"rotary_pct\": 0.5");
        all.replaceAll((name, text) -> "{" + text + ", " + SIZES + "}");
        all.put(
                "gpt2",
                """
                {"model_type": "gpt2", "vocab_size": 61, "n_embd": 32, "n_layer": 3, "n_head": 4,
                 "n_positions": 128}
                """);
        return all;
    }
}
