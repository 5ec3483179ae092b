package dev.latentloom.engine.checkpoint;

import java.util.Optional;

/** The non-linearity of an MLP; names that compute the same function are one value. */
public enum Activation {
    /** x · sigmoid(x). */
    SILU,
    /** Exact: x · Φ(x), by erf. */
    GELU,
    /** The tanh approximation: gelu_new, gelu_fast and gelu_pytorch_tanh alike. */
    GELU_TANH,
    /** max(x, 0). */
    RELU;

    /** The activation a config.json names, if it is one we know. */
    static Optional<Activation> named(String name) {
        return switch (name) {
            case "silu", "swish" -> Optional.of(SILU);
            case "gelu", "gelu_python" -> Optional.of(GELU);
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> Optional.of(GELU_TANH);
            case "relu" -> Optional.of(RELU);
            default -> Optional.empty();
        };
    }
}
