package dev.latentloom.engine.checkpoint;

/** What is wrong with a PyTorch file; {@link TensorPickle} adds which file it is. */
final class PickleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private PickleException(boolean refused, String fact) {
        super(fact);
        this.refused = refused;
    }

    /** The file wants something that is not done, such as calling a function. */
    static PickleException refused(String fact) {
        return new PickleException(true, fact);
    }

    /** The file contradicts itself or ends early. */
    static PickleException broken(String fact) {
        return new PickleException(false, fact);
    }

    boolean isRefused() {
        return refused;
    }
}
