package dev.latentloom.engine.project;

/** How a kept run ended, as far as its folder tells. */
public enum RunState {
    /** It did all it was asked to do. */
    DONE,
    /** Somebody stopped it; what it had until then is kept. */
    STOPPED,
    /** It ended with a reason. */
    FAILED,
    /** A process that lives still writes to it. */
    RUNNING,
    /** Its process ended before it could say how the run ended. */
    CUT_OFF,
    /** Its folder does not say what it is. */
    UNREADABLE
}
