package dev.latentloom.engine.train;

import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.MemoryEstimate;
import dev.latentloom.engine.run.ProcessMemory;
import dev.latentloom.engine.run.Teammate;

/**
 * How an unroll fits into memory.
 *
 * @param rows questions whose graph is held at once
 * @param checkpointing whether turns are thought again on the way back
 */
record UnrollPlan(int rows, boolean checkpointing) {
    private static final int FLOATS = 4;
    private static final long UNKNOWN = 2L << 30; // where the system does not say what is free
    private static final int TEXT = 64; // tokens a question is taken to have

    /** All at once where half of the free memory holds it, else checkpointed, else in parts. */
    static UnrollPlan of(LinkTraining training) throws WorkbenchException {
        long free = ProcessMemory.available();
        return of(training, free < 0 ? UNKNOWN : free / 2);
    }

    /**
     * The plan for so much memory.
     *
     * @param bytes that graphs may take
     */
    static UnrollPlan of(LinkTraining training, long bytes) throws WorkbenchException {
        long longest = 0;
        long round = 0;
        for (Teammate mate : training.team().mates()) {
            long turn = bytesOfTurn(mate, training.recipe());
            longest = Math.max(longest, turn);
            round += turn;
        }
        int batch = training.recipe().batch();
        long all = round * training.recipe().roundsOf(training.team().graph());
        if (all * batch <= bytes) {
            return new UnrollPlan(batch, false);
        }
        long fitting = Math.clamp(bytes / Math.max(1, longest), 1, batch);
        return new UnrollPlan((int) fitting, true);
    }

    /** What one question's turn leaves behind for the way back. */
    static long bytesOfTurn(Teammate mate, Recipe recipe) throws WorkbenchException {
        var config = mate.lm().config();
        long steps = recipe.stepsOf(mate.agent());
        long prompt = prompt(mate, recipe);
        long layer = 14L * config.hidden() + 4L * config.intermediate();
        long states = (prompt + steps) * config.layers().size() * layer * FLOATS;
        MemoryEstimate model = MemoryEstimate.of(mate.lm().folder(), mate.lm().type());
        return states + steps * model.cache(1, Math.toIntExact(prompt + steps)); // grows by copies
    }

    /** Positions of an agent's prompt with a question and the thoughts of another in it. */
    static long prompt(Teammate mate, Recipe recipe) {
        long text = mate.tokenizer().encode(mate.agent().prompt(), true).length;
        return text + TEXT + recipe.stepsOf(mate.agent());
    }
}
