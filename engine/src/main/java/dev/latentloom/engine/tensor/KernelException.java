package dev.latentloom.engine.tensor;

/** A kernel failed; the message holds the script line libtorch names. The engine stays usable. */
public final class KernelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KernelException(String method, String said, Throwable cause) {
        super(method + ": " + said, cause);
    }

    /** Whether memory ran out, on the CPU or on a GPU. */
    public boolean outOfMemory() {
        String said = String.valueOf(getMessage());
        return said.contains("can't allocate memory")
                || said.contains("not enough memory")
                || said.contains("out of memory");
    }
}
