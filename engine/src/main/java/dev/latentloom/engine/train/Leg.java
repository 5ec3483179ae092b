package dev.latentloom.engine.train;

/**
 * A part of a stage with a schedule of its own.
 *
 * @param number place among all legs of the training, from 1
 * @param iterations of this leg, at least 0
 * @param turns agent turns it reaches; 0 means all rounds
 * @param schedule of its learning rate, counted from the leg's beginning
 */
record Leg(int number, int iterations, int turns, CosineSchedule schedule) {}
