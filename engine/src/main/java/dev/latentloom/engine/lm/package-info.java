/** Frozen causal language models: hidden states out, input embeddings in. */
@NullMarked
package dev.latentloom.engine.lm;

import org.jspecify.annotations.NullMarked;
