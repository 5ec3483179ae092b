package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Edge;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.tensor.Scope;

/** How agents take their turns in a walk and what edges carry: in latent space or in text. */
public interface Turns {
    /** An agent takes its turn on the filled prompts of a batch. */
    TurnResult take(Turn turn, FilledPrompt prompt, Scope owner) throws WorkbenchException;

    /**
     * What an edge brings to its receiver, for all questions of the walk, controls applied.
     *
     * @param said what the sender said for all questions
     */
    SlotContent deliver(int round, Edge edge, SlotContent said, Scope owner)
            throws WorkbenchException;

    /** Whether what is handed over are thoughts. */
    boolean latent();
}
