package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.tensor.Shape;

import java.util.List;

/**
 * A tensor as a PyTorch file describes it: which elements of a storage it shows.
 *
 * @param storage where its elements are
 * @param offset element the view begins at
 * @param shape its extents
 * @param strides elements between neighbours along each axis, each at least 0
 */
record PickleView(PickleStorage storage, long offset, Shape shape, List<Long> strides) {
    private static final int MAX_RANK = 64;

    /** Checks that every element lies inside of the storage. */
    static PickleView of(PickleStorage storage, long offset, List<Long> size, List<Long> strides)
            throws PickleException {
        if (size.size() != strides.size() || size.size() > MAX_RANK) {
            throw PickleException.broken("a tensor has shape " + size + ", but strides " + strides);
        }
        boolean negative = offset < 0;
        long last = offset;
        long count = 1;
        try {
            for (int axis = 0; axis < size.size(); axis++) {
                long extent = size.get(axis);
                long stride = strides.get(axis);
                negative |= extent < 0 || stride < 0;
                count = Math.multiplyExact(count, extent);
                last = Math.addExact(last, Math.multiplyExact(extent - 1, stride));
            }
        } catch (ArithmeticException e) {
            throw PickleException.broken("a tensor has shape " + size + ", which no file can hold");
        }
        if (negative || (count > 0 && last >= storage.count())) {
            throw PickleException.broken(
                    "a tensor of shape %s reaches element %d of a storage of %d"
                            .formatted(size, last, storage.count()));
        }
        Shape shape = Shape.of(size.stream().mapToLong(Long::longValue).toArray());
        return new PickleView(storage, offset, shape, List.copyOf(strides));
    }

    /** The elements row by row, taken out of the storage's bytes. */
    byte[] gather(byte[] stored) {
        int width = storage.dtype().bytes();
        int count = Math.toIntExact(shape.size());
        byte[] bytes = new byte[Math.multiplyExact(count, width)];
        int rank = shape.rank();
        long[] index = new long[rank];
        long element = offset;
        for (int i = 0; i < count; i++) {
            System.arraycopy(stored, (int) (element * width), bytes, i * width, width);
            for (int axis = rank - 1; axis >= 0; axis--) { // counts up like an odometer
                element += strides.get(axis);
                if (++index[axis] < shape.get(axis)) {
                    break;
                }
                element -= strides.get(axis) * shape.get(axis);
                index[axis] = 0;
            }
        }
        return bytes;
    }
}
