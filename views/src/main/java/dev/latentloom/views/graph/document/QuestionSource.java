package dev.latentloom.views.graph.document;

/**
 * Where the question comes in.
 *
 * @param text the question asked when the team runs; may be empty while none is written
 */
public record QuestionSource(String text) {}
