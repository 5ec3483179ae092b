package dev.latentloom.engine.job;

/**
 * A token that a thought is near to.
 *
 * @param token its text
 * @param weight how near: a probability, or a cosine
 */
public record NearToken(String token, double weight) {}
