package dev.latentloom.engine.task;

/**
 * How a tiny agent is made: its architecture, and its training from scratch with AdamW (β 0.9 and
 * 0.95, weight decay 0.01, clip 1.0, warm-up 50, cosine to zero).
 *
 * @param agent id of the agent in its graph
 * @param shape architecture
 * @param steps optimiser steps
 * @param batch examples a step
 * @param learningRate peak learning rate
 */
public record AgentPlan(String agent, TinyShape shape, int steps, int batch, double learningRate) {}
