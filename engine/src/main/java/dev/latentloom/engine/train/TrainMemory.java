package dev.latentloom.engine.train;

import dev.latentloom.engine.checkpoint.LmConfig;
import dev.latentloom.engine.job.WorkbenchException;
import dev.latentloom.engine.lm.MemoryEstimate;
import dev.latentloom.engine.run.MemoryShortage;
import dev.latentloom.engine.run.Teammate;

/**
 * What the iterations of a training take beside models and links, at the least.
 *
 * @param bytes of the hungriest stage, with turns thought again on the way back and its batch in
 *     parts where that is possible
 */
record TrainMemory(double bytes) {
    private static final int FLOATS = 4;
    private static final int DISTRIBUTIONS = 3; // logits, their softmax, and what is made of it

    static TrainMemory of(LinkTraining training) throws WorkbenchException {
        double most = 0;
        for (RecipeStage stage : training.recipe().running()) {
            for (Teammate mate : training.team().mates()) {
                double turn =
                        stage.method().unrolls()
                                ? UnrollPlan.bytesOfTurn(mate, training.recipe())
                                : training.recipe().batch() * thinking(mate, training.recipe());
                most = Math.max(most, turn);
            }
        }
        return new TrainMemory(most);
    }

    /** What one question of a batch holds while an agent thinks, no gradient recorded. */
    private static double thinking(Teammate mate, Recipe recipe) throws WorkbenchException {
        LmConfig config = mate.lm().config();
        double steps = recipe.stepsOf(mate.agent());
        double prompt = UnrollPlan.prompt(mate, recipe);
        double layer = 14.0 * config.hidden() + 4.0 * config.intermediate();
        MemoryEstimate model = MemoryEstimate.of(mate.lm().folder(), mate.lm().type());
        double said = steps * config.vocab() * DISTRIBUTIONS;
        return model.cache(1, (int) (prompt + steps)) + (prompt * layer + said) * FLOATS;
    }

    /**
     * Refuses a training that cannot fit.
     *
     * @param free bytes that can still be taken; negative where nobody knows
     */
    void check(Recipe recipe, long free) throws WorkbenchException {
        if (free >= 0 && bytes > free) {
            throw new WorkbenchException(
                    "train.tooLittleMemory",
                    MemoryShortage.words(bytes),
                    MemoryShortage.words((double) free),
                    recipe.batch());
        }
    }

    /** Says of memory that ran out while links were trained what can be done. */
    static WorkbenchException ranOut(MemoryShortage shortage, Recipe recipe, Throwable cause) {
        return new WorkbenchException(
                cause, "train.outOfMemory", shortage.needed(), shortage.free(), recipe.batch());
    }
}
