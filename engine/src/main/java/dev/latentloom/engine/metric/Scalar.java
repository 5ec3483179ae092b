package dev.latentloom.engine.metric;

/**
 * One figure at one step.
 *
 * @param tag name of the curve
 * @param step from 1 for training steps; 0 for what has no steps
 * @param value in single precision, as TensorBoard keeps it
 * @param time when it was told, seconds since 1970
 */
public record Scalar(String tag, long step, float value, double time) {}
