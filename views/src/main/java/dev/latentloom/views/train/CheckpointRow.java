package dev.latentloom.views.train;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint of a training.
 *
 * @param step training step after which it was written
 * @param best whether it had the best validation accuracy so far
 * @param loss loss at that step; null where none was told
 * @param accuracy last validation accuracy told by then, as a fraction; null where none was
 */
public record CheckpointRow(
        long step, boolean best, @Nullable Double loss, @Nullable Double accuracy) {}
