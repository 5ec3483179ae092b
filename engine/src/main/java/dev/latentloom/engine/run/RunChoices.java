package dev.latentloom.engine.run;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.job.Control;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.RunMode;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a run with every default filled in.
 *
 * @param mode text, latent or LatentMAS
 * @param links name of the link set; empty in text mode
 * @param steps latent steps m of every agent; null means each agent's own
 * @param rounds n
 * @param controls what is done to hand-overs
 * @param handover outer or outer_inner
 * @param tools whether the answering agent may call its tools in the last round
 * @param speaking how words are chosen
 * @param batch questions that take a turn together
 * @param lens tokens told for each thought; 0 means none
 */
public record RunChoices(
        RunMode mode,
        String links,
        @Nullable Integer steps,
        int rounds,
        Controls controls,
        Handover handover,
        boolean tools,
        SpeakingSettings speaking,
        int batch,
        int lens) {
    /** Latent steps of an agent in one turn. */
    public int stepsOf(Agent agent) {
        if (controls.all() == Control.M0) {
            return 0;
        }
        return steps == null ? agent.steps() : steps;
    }
}
