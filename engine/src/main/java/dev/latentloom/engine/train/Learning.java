package dev.latentloom.engine.train;

/**
 * Which links learn in a stage; the others stay as they are.
 *
 * @param inner inner links
 * @param outer outer links
 */
record Learning(boolean inner, boolean outer) {}
