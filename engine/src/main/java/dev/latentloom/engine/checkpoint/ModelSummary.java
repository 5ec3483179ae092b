package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * One model found on this machine, as lists show it.
 *
 * @param path its folder, or the file where it is a single one
 * @param name {@code org/name} in the HuggingFace cache, else the name of the folder or file
 * @param family {@code model_type}; empty where it could not be read
 * @param layers decoder layers; like the two that follow 0 where it could not be read
 * @param hidden hidden size
 * @param vocabulary rows of the embedding table
 * @param parameters numbers in its weights; 0 where they could not be read
 * @param dtype element type of most weights, such as BF16; empty where it could not be read
 * @param bytes size of the weight files
 * @param reason why it cannot join latent collaboration; null where it can
 */
public record ModelSummary(
        Path path,
        String name,
        String family,
        int layers,
        int hidden,
        int vocabulary,
        long parameters,
        String dtype,
        long bytes,
        @Nullable WorkbenchException reason) {

    /** Whether it can join latent collaboration. */
    public boolean usable() {
        return reason == null;
    }
}
