package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;
import dev.latentloom.engine.tensor.Shape;

import java.nio.file.Path;

/**
 * Where one tensor of a safetensors file lies; its values have not been read.
 *
 * @param name its name in the file
 * @param typeName element type as the file has it, which need not be one we know
 * @param shape its extents
 * @param file the file that holds it
 * @param offset where its first byte stands, counted from the beginning of the file
 * @param bytes its length; agrees with type and shape where the type is known
 */
public record StoredTensor(
        String name, String typeName, Shape shape, Path file, long offset, long bytes) {

    /**
     * The element type.
     *
     * @throws WorkbenchException where it is one that the engine does not read, such as F8_E4M3
     */
    public DType dtype() throws WorkbenchException {
        return DType.ofSafetensors(typeName)
                .orElseThrow(
                        () ->
                                new WorkbenchException(
                                        "checkpoint.unsupportedType",
                                        name,
                                        file.toString(),
                                        typeName));
    }

    /** Number of elements. */
    public long count() {
        return shape.size();
    }
}
