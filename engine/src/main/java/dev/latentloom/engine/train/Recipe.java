package dev.latentloom.engine.train;

import dev.latentloom.engine.job.Handover;

import org.jspecify.annotations.Nullable;

/**
 * How links are trained, as data; each part may be changed by itself.
 *
 * @param name name of the recipe the parts come from
 * @param iterations times a batch of fresh questions is walked
 * @param batch questions in it
 * @param updates optimiser steps an iteration
 * @param learningRate peak rate; a cosine to zero follows a warm-up of 10
 * @param steps latent steps m of every agent; null means each agent's own
 * @param rounds n; null means the graph's
 * @param innerDesign design of inner links; outer ones have the design their edge names
 * @param handover what an edge carries
 * @param scaleToEmbeddings whether the last LayerNorm starts at the length of an embedding
 * @param trainInner whether inner links learn
 * @param trainOuter whether outer links learn
 * @param validateEvery iterations between two measurements of the accuracy; 0 means at the end only
 * @param checkpointEvery iterations between two checkpoints
 */
public record Recipe(
        String name,
        int iterations,
        int batch,
        int updates,
        double learningRate,
        @Nullable Integer steps,
        @Nullable Integer rounds,
        String innerDesign,
        Handover handover,
        boolean scaleToEmbeddings,
        boolean trainInner,
        boolean trainOuter,
        int validateEvery,
        int checkpointEvery) {
    /** Refuses numbers no training can have. */
    public Recipe {
        if (iterations < 1 || batch < 1 || updates < 1 || checkpointEvery < 1) {
            throw new IllegalArgumentException(
                    "iterations, batch, updates and checkpointEvery are at least 1");
        }
        if (!(learningRate > 0) || (!trainInner && !trainOuter)) {
            throw new IllegalArgumentException(
                    "learningRate must be above 0, and inner or outer links must learn");
        }
    }
}
