package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.checkpoint.Safetensors;
import dev.latentloom.engine.checkpoint.StoredTensor;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import java.nio.file.Path;

/**
 * What a model will take, said before it is loaded.
 *
 * @param weights bytes of its weights in the chosen type, converted or mapped
 * @param fixed bytes of one row's cache that do not grow with the context
 * @param perToken bytes of one row's cache for each position
 */
public record MemoryEstimate(long weights, long fixed, long perToken) {
    /** Reads headers only. */
    public static MemoryEstimate of(Path folder, DType type) throws WorkbenchException {
        LmConfig config = LmConfig.read(folder);
        long weights = 0;
        for (StoredTensor tensor : Safetensors.openModel(folder).tensors().values()) {
            weights += tensor.count() * type.bytes();
        }
        long fixed = 0;
        long perToken = 0;
        for (CacheSlot slot : Family.of(config).cache(config)) {
            long place = (long) slot.heads() * slot.width() * slot.type(type).bytes();
            if (slot.grows()) {
                perToken += place;
            } else {
                fixed += place * slot.length();
            }
        }
        return new MemoryEstimate(weights, fixed, perToken);
    }

    /** Bytes of the cache for so many rows of so many positions. */
    public long cache(int rows, int positions) {
        return rows * (fixed + perToken * positions);
    }
}
