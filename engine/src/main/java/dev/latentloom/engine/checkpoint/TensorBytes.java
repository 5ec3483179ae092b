package dev.latentloom.engine.checkpoint;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.tensor.DType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Turns little-endian bytes of any element type into Java numbers, without the native engine. */
final class TensorBytes {
    private static final ValueLayout.OfFloat F32 =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble F64 =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfShort I16 =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfInt I32 =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
    private static final ValueLayout.OfLong I64 =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);

    private TensorBytes() {}

    /** All elements as float32; exact for f32, f16 and bf16, rounded for f64. */
    static float[] floats(String name, DType dtype, MemorySegment bytes) throws WorkbenchException {
        float[] values = new float[(int) (bytes.byteSize() / dtype.bytes())];
        switch (dtype) {
            case F32 -> MemorySegment.copy(bytes, F32, 0, values, 0, values.length);
            case F64 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) bytes.getAtIndex(F64, i);
                }
            }
            case F16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.float16ToFloat(bytes.getAtIndex(I16, i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(bytes.getAtIndex(I16, i) << 16);
                }
            }
            case I64, I32, I16, I8, U8, BOOL ->
                    throw new WorkbenchException("checkpoint.notFloating", name, dtype.name());
        }
        return values;
    }

    /** All elements as whole numbers; a truth value is 0 or 1. */
    static long[] longs(String name, DType dtype, MemorySegment bytes) throws WorkbenchException {
        long[] values = new long[(int) (bytes.byteSize() / dtype.bytes())];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (dtype) {
                        case I64 -> bytes.getAtIndex(I64, i);
                        case I32 -> bytes.getAtIndex(I32, i);
                        case I16 -> bytes.getAtIndex(I16, i);
                        case I8 -> bytes.get(ValueLayout.JAVA_BYTE, i);
                        case U8 -> bytes.get(ValueLayout.JAVA_BYTE, i) & 0xff;
                        case BOOL -> bytes.get(ValueLayout.JAVA_BYTE, i) == 0 ? 0 : 1;
                        case F32, F64, F16, BF16 ->
                                throw new WorkbenchException(
                                        "checkpoint.notWhole", name, dtype.name());
                    };
        }
        return values;
    }
}
