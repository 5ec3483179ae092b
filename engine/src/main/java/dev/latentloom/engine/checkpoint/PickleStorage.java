package dev.latentloom.engine.checkpoint;

import dev.latentloom.engine.tensor.DType;

import java.util.Optional;

/**
 * A block of numbers in a PyTorch file that tensors are views of.
 *
 * @param dtype element type
 * @param key its entry is {@code data/<key>}
 * @param count elements it claims to have
 */
record PickleStorage(DType dtype, String key, long count) {

    /** The element type of a storage class of torch, such as {@code FloatStorage}. */
    static Optional<DType> dtypeOf(String storageClass) {
        return switch (storageClass) {
            case "FloatStorage" -> Optional.of(DType.F32);
            case "DoubleStorage" -> Optional.of(DType.F64);
            case "HalfStorage" -> Optional.of(DType.F16);
            case "BFloat16Storage" -> Optional.of(DType.BF16);
            case "LongStorage" -> Optional.of(DType.I64);
            case "IntStorage" -> Optional.of(DType.I32);
            case "ShortStorage" -> Optional.of(DType.I16);
            case "CharStorage" -> Optional.of(DType.I8);
            case "ByteStorage" -> Optional.of(DType.U8);
            case "BoolStorage" -> Optional.of(DType.BOOL);
            default -> Optional.empty();
        };
    }
}
