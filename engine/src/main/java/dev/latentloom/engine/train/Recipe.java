package dev.latentloom.engine.train;

import dev.latentloom.engine.graph.Agent;
import dev.latentloom.engine.graph.AgentGraph;
import dev.latentloom.engine.job.Handover;
import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How links are trained, as data; each part but name and stages may be changed by itself.
 *
 * @param name name of the recipe the parts come from
 * @param iterations batches in all, over the stages that run, in the recipe's proportions
 * @param batch questions in each
 * @param updates optimiser steps of a regression in one iteration
 * @param learningRate highest peak rate of all stages
 * @param steps latent steps m of every agent; null means each agent's own
 * @param rounds n; null means the graph's
 * @param design form of inner and outer links, see {@link
 *     dev.latentloom.engine.link.LinkDesign#alike}; null means LayerNorm with residual for inner
 *     links and for outer ones what their edge names
 * @param hidden width between a link's two layers; null means its design's usual one
 * @param fewestSteps where it is not null, links that learn jointly meet another number of latent
 *     steps in each iteration, drawn from here up to m, so that they are of use with fewer
 * @param patience measurements of the accuracy in a row, in the last leg of the last stage, without
 *     a better one, after which training ends; null means it never ends for that
 * @param objective what inner links are trained towards where they learn by themselves
 * @param handover what an edge carries
 * @param scaleToEmbeddings whether the last LayerNorm starts at the length of an embedding
 * @param lossOn where a cross-entropy is taken
 * @param detach whether gradients stop between rounds
 * @param trainInner whether inner links learn
 * @param trainOuter whether outer links learn
 * @param validateEvery iterations between two measurements of the accuracy; 0 means at the end only
 * @param checkpointEvery iterations between two checkpoints
 * @param stages one after the other
 */
public record Recipe(
        String name,
        int iterations,
        int batch,
        int updates,
        double learningRate,
        @Nullable Integer steps,
        @Nullable Integer rounds,
        @Nullable String design,
        @Nullable Integer hidden,
        @Nullable Integer fewestSteps,
        @Nullable Integer patience,
        Objective objective,
        Handover handover,
        boolean scaleToEmbeddings,
        LossOn lossOn,
        boolean detach,
        boolean trainInner,
        boolean trainOuter,
        int validateEvery,
        int checkpointEvery,
        List<RecipeStage> stages) {
    /** Refuses what no training can have. */
    public Recipe {
        if (iterations < 1 || batch < 1 || updates < 1 || checkpointEvery < 1) {
            throw new IllegalArgumentException(
                    "iterations, batch, updates and checkpointEvery are at least 1");
        }
        if ((steps != null && steps < 1) || (rounds != null && rounds < 1)) {
            throw new IllegalArgumentException("steps and rounds are at least 1");
        }
        if (hidden != null && hidden < 1) {
            throw new IllegalArgumentException("hidden is at least 1");
        }
        if (fewestSteps != null && fewestSteps < 1) {
            throw new IllegalArgumentException("fewestSteps is at least 1");
        }
        if (patience != null && patience < 1) {
            throw new IllegalArgumentException("patience is at least 1; leave it out for none");
        }
        if (patience != null && validateEvery < 1) {
            throw new IllegalArgumentException("patience needs validateEvery above 0");
        }
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("learningRate must be above 0");
        }
        boolean joint = stages.stream().anyMatch(s -> s.method() == Method.JOINT_REGRESSION);
        if (joint && objective != Objective.ON_POLICY) {
            throw new IllegalArgumentException(
                    "links that learn jointly have the objective on-policy");
        }
        if (!joint && fewestSteps != null) {
            throw new IllegalArgumentException(
                    "fewestSteps is for links that learn jointly, which none does here");
        }
        stages = List.copyOf(stages);
        if (running(stages, trainInner, trainOuter).isEmpty()) {
            throw new IllegalArgumentException("inner or outer links must learn");
        }
    }

    private static List<RecipeStage> running(List<RecipeStage> all, boolean inner, boolean outer) {
        return all.stream().filter(stage -> stage.method().runs(inner, outer)).toList();
    }

    /** Its stages without those in which nothing would learn. */
    public List<RecipeStage> running() {
        return running(stages, trainInner, trainOuter);
    }

    /** Rounds n of a graph's training. */
    int roundsOf(AgentGraph graph) {
        return rounds == null ? graph.rounds() : rounds;
    }

    /** Latent steps m of an agent. */
    int stepsOf(Agent agent) {
        return steps == null ? agent.steps() : steps;
    }

    /**
     * Latent steps m of an agent in one iteration.
     *
     * @param drawn uniform in [0, 1), the same for every agent of the iteration
     */
    int stepsOf(Agent agent, double drawn) {
        int most = stepsOf(agent);
        int fewest = fewestSteps == null ? most : Math.min(fewestSteps, most);
        return fewest + (int) (drawn * (most - fewest + 1));
    }

    /**
     * The part of it that trains one kind of links.
     *
     * @param stage {@code inner}, {@code outer}, or null for all of it
     * @throws WorkbenchException where there is no such stage
     */
    public Recipe only(@Nullable String stage) throws WorkbenchException {
        if (stage == null) {
            return this;
        }
        boolean inner = stage.equals("inner");
        if (!inner && !stage.equals("outer")) {
            throw new WorkbenchException("train.unknownStage", stage);
        }
        List<RecipeStage> kept =
                stages.stream()
                        .filter(
                                s ->
                                        s.method() == Method.JOINT_REGRESSION
                                                || inner == (s.method() == Method.INNER_LOOP))
                        .toList();
        boolean joint = kept.stream().anyMatch(s -> s.method() == Method.JOINT_REGRESSION);
        return new Recipe(
                name,
                kept.stream().mapToInt(RecipeStage::iterations).sum(),
                batch,
                updates,
                learningRate,
                steps,
                rounds,
                design,
                hidden,
                fewestSteps,
                patience,
                objective,
                handover,
                scaleToEmbeddings,
                lossOn,
                detach,
                trainInner && !(joint && !inner),
                trainOuter && !(joint && inner),
                validateEvery,
                checkpointEvery,
                kept);
    }
}
