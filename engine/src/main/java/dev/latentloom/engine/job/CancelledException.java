package dev.latentloom.engine.job;

/**
 * A job was asked to stop and has stopped; thrown at the next latent step, token or tensor read.
 */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
