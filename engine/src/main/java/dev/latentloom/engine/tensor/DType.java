package dev.latentloom.engine.tensor;

import java.util.Arrays;
import java.util.Optional;

/** Element types, with the number TorchScript knows them by and their name in safetensors files. */
public enum DType {
    F32(6, "F32", 4),
    F64(7, "F64", 8),
    F16(5, "F16", 2),
    BF16(15, "BF16", 2),
    I64(4, "I64", 8),
    I32(3, "I32", 4),
    I16(2, "I16", 2),
    I8(1, "I8", 1),
    U8(0, "U8", 1),
    BOOL(11, "BOOL", 1);

    private final int code;
    private final String safetensorsName;
    private final int bytes;

    DType(int code, String safetensorsName, int bytes) {
        this.code = code;
        this.safetensorsName = safetensorsName;
        this.bytes = bytes;
    }

    /** The number of {@code c10::ScalarType}, the only way TorchScript text can name a type. */
    public int code() {
        return code;
    }

    public String safetensorsName() {
        return safetensorsName;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    public boolean floating() {
        return this == F32 || this == F64 || this == F16 || this == BF16;
    }

    /** The type a safetensors header names, if it is one we know. */
    public static Optional<DType> ofSafetensors(String name) {
        return Arrays.stream(values())
                .filter(type -> type.safetensorsName.equals(name))
                .findFirst();
    }
}
