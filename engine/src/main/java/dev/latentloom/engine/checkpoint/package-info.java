/** Checkpoints as others store them, read with every byte in doubt: configurations and tensors. */
@NullMarked
package dev.latentloom.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
