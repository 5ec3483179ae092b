package dev.latentloom.engine.task;

/** The three parts of a task's questions; a question belongs to one of them, whatever the seed. */
public enum Split {
    /** What agents and links learn from. */
    TRAIN,
    /** What a training is judged by while it runs. */
    VALIDATION,
    /** What no training ever sees. */
    TEST
}
