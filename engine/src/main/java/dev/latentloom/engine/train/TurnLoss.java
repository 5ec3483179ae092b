package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Tensor;

/** Hears of the turns of an unroll while what they hold lives, and takes losses on them. */
interface TurnLoss {
    /**
     * A turn was taken.
     *
     * @param thoughts (B, L, D)
     */
    void taken(Turn turn, FilledPrompt prompt, Tensor thoughts) throws WorkbenchException;

    /** An edge has brought something to its receiver. */
    void delivered(Edge edge);
}
