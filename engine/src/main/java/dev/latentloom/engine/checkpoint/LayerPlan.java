package dev.latentloom.engine.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * What one decoder layer does.
 *
 * @param linear whether it is a linear-attention (gated delta net) layer; then window is 0 and rope
 *     is null
 * @param window how many positions it looks back, itself included; 0 means all
 * @param rope its rotary embedding; null where positions are not rotated
 */
public record LayerPlan(boolean linear, int window, @Nullable Rope rope) {}
