package dev.latentloom.views.graph;

/** Where an agent is in a run. */
public enum NodeState {
    IDLE,
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
