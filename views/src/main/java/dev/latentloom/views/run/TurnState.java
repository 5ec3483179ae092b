package dev.latentloom.views.run;

/** Where a turn, or an agent, stands. */
public enum TurnState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
