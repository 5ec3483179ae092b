package dev.latentloom.engine.checkpoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Model families whose mathematics the engine knows, with the {@code model_type}s they go by. */
public enum LmFamily {
    LLAMA("llama"),
    MISTRAL("mistral"),
    QWEN2("qwen2"),
    QWEN3("qwen3"),
    QWEN3_5("qwen3_5_text", "qwen3_5"),
    GEMMA2("gemma2"),
    GEMMA3("gemma3_text", "gemma3"),
    PHI3("phi3"),
    SMOLLM3("smollm3"),
    OLMO2("olmo2"),
    GPT2("gpt2"),
    GPT_NEOX("gpt_neox");

    private final String modelType;
    private final String multimodalType;

    LmFamily(String modelType) {
        this(modelType, modelType);
    }

    LmFamily(String modelType, String multimodalType) {
        this.modelType = modelType;
        this.multimodalType = multimodalType;
    }

    /** The family of a {@code model_type}, if it is one we know. */
    public static Optional<LmFamily> ofModelType(String modelType) {
        return Arrays.stream(values()).filter(family -> family.goesBy(modelType)).findFirst();
    }

    private boolean goesBy(String type) {
        return modelType.equals(type) || multimodalType.equals(type);
    }

    /** All {@code model_type}s we know, separated by commas, for messages. */
    public static String known() {
        return Arrays.stream(values())
                .flatMap(family -> Stream.of(family.modelType, family.multimodalType))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The {@code model_type} of its text models, as it is shown to people. */
    public String modelType() {
        return modelType;
    }
}
