package dev.latentloom.engine.train;

import dev.latentloom.engine.rollout.FilledPrompt;
import dev.latentloom.engine.run.Turn;
import dev.latentloom.engine.tensor.Tensor;

import java.util.List;

/**
 * A turn of which only what went in and what came out is kept.
 *
 * @param prompt what was read, still tied to what edges brought
 * @param thoughts a leaf of the graph behind it
 * @param inside learning links its rollout goes through
 * @param behind learning links that what it said goes through
 */
record Segment(
        Turn turn,
        FilledPrompt prompt,
        Tensor thoughts,
        List<RoundLinks.Use> inside,
        List<RoundLinks.Use> behind) {
    Segment {
        inside = List.copyOf(inside);
        behind = List.copyOf(behind);
    }
}
