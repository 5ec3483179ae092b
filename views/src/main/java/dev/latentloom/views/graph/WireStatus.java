package dev.latentloom.views.graph;

/**
 * What a wire last carried.
 *
 * @param amount thoughts, or tokens of text, an item
 * @param latent whether they were thoughts
 */
public record WireStatus(int amount, boolean latent, double seconds) {}
