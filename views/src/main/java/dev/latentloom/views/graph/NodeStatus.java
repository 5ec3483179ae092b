package dev.latentloom.views.graph;

/**
 * What a node shows of a run.
 *
 * @param round counted from 1; 0 before its first turn
 * @param step latent step it has taken; 0 before the first, or while it decodes text
 * @param steps of how many
 */
public record NodeStatus(NodeState state, int round, int step, int steps) {
    /** No run since the drawing was opened. */
    public static final NodeStatus IDLE = new NodeStatus(NodeState.IDLE, 0, 0, 0);
}
