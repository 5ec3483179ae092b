package dev.latentloom.engine.lm;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

/**
 * The form of one tensor of a cache.
 *
 * @param heads heads, or channels
 * @param length places along axis 2; 0 means it grows with the context
 * @param width places along axis 3
 * @param exact whether it is kept in f32 whatever the model's type
 */
record CacheSlot(int heads, int length, int width, boolean exact) {
    static CacheSlot keysOrValues(LmConfig config) {
        return new CacheSlot(config.attention().kvHeads(), 0, config.attention().headDim(), false);
    }

    boolean grows() {
        return length == 0;
    }

    DType type(DType ofModel) {
        return exact && ofModel != DType.F64 ? DType.F32 : ofModel;
    }

    /** Shape for so many rows, with room for {@code capacity} positions. */
    Shape shape(int rows, int capacity) {
        return Shape.of(rows, heads, grows() ? capacity : length, width);
    }
}
