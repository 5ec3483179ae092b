package dev.latentloom.engine.tensor;

import java.util.Arrays;

/** The extents of a tensor, outermost first; equal by value. */
public final class Shape {
    private final long[] extents;

    private Shape(long[] extents) {
        this.extents = extents;
    }

    /** A shape with these extents, each at least 0; none at all is a scalar. */
    public static Shape of(long... extents) {
        for (long extent : extents) {
            if (extent < 0) {
                throw new IllegalArgumentException(
                        "negative extent in " + Arrays.toString(extents));
            }
        }
        return new Shape(extents.clone());
    }

    public int rank() {
        return extents.length;
    }

    /** Extent of one axis; negative axes count from the end. */
    public long get(int axis) {
        return extents[axis < 0 ? extents.length + axis : axis];
    }

    /**
     * Number of elements; throws {@link ArithmeticException} where it is more than a long holds.
     */
    public long size() {
        long size = 1;
        for (long extent : extents) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    public long[] toArray() {
        return extents.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    @Override
    public String toString() {
        return Arrays.toString(extents);
    }
}
