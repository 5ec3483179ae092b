package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Compares what a safetensors header claims with the file: as the format demands, the tensors fill
 * the data part without overlap and without holes, and lengths agree with types and shapes.
 */
final class SafetensorsLayout {
    private SafetensorsLayout() {}

    /**
     * Refuses tensors that overlap, leave holes or reach beyond {@code end}.
     *
     * @return where the last one ends
     */
    static long check(Collection<StoredTensor> tensors, long start, long end)
            throws WorkbenchException {
        List<StoredTensor> inOrder =
                tensors.stream()
                        .sorted(
                                Comparator.comparingLong(StoredTensor::offset)
                                        .thenComparingLong(StoredTensor::bytes))
                        .toList();
        long position = start;
        for (StoredTensor tensor : inOrder) {
            if (tensor.offset() != position || tensor.bytes() > end - position) {
                throw broken(
                        tensor,
                        "bytes %d to %d, where %d to at most %d are free"
                                .formatted(
                                        tensor.offset(),
                                        tensor.offset() + tensor.bytes(),
                                        position,
                                        end));
            }
            position += tensor.bytes();
            checkLength(tensor);
        }
        return position;
    }

    private static void checkLength(StoredTensor tensor) throws WorkbenchException {
        long elements;
        try {
            elements = tensor.count();
        } catch (ArithmeticException e) {
            throw broken(tensor, "the shape " + tensor.shape() + ", which no file can hold");
        }
        int width = DType.ofSafetensors(tensor.typeName()).map(DType::bytes).orElse(0);
        boolean agrees = // by division: elements · width might not fit
                width == 0 || (tensor.bytes() % width == 0 && tensor.bytes() / width == elements);
        if (!agrees) {
            throw broken(
                    tensor,
                    "%d bytes for shape %s of %s"
                            .formatted(tensor.bytes(), tensor.shape(), tensor.typeName()));
        }
    }

    private static WorkbenchException broken(StoredTensor tensor, String fact) {
        return new WorkbenchException(
                "checkpoint.safetensorsBroken",
                tensor.file().toString(),
                "its header gives " + tensor.name() + " " + fact);
    }
}
