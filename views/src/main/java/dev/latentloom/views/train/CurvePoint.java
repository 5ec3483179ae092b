package dev.latentloom.views.train;

/** A value measured after a training step. */
public record CurvePoint(long step, double value) {}
