package dev.latentloom.engine.link;

import dev.latentloom.engine.tensor.Scope;
import dev.latentloom.engine.tensor.Tensor;

/**
 * Turns an agent's last hidden states into input embeddings: its own (an inner link) or those of
 * another agent (an outer link).
 */
public interface RecursiveLink {
    /**
     * Maps hidden states; gradients flow through where they are recorded.
     *
     * @param x hidden states (…, in)
     * @return input embeddings (…, out) in the type of {@code x}, on the device of the link
     */
    Tensor forward(Tensor x, Scope owner);

    /** Width of the states it takes. */
    int in();

    /** Width of the embeddings it gives. */
    int out();
}
