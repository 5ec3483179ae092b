package dev.latentloom.engine.graph;

/**
 * Thoughts, or text, of one agent go into a slot of another's prompt.
 *
 * @param id stable id inside its graph; also the name of its outer link
 * @param from id of the sender
 * @param to id of the receiver
 * @param slot name of the slot in the receiver's prompt
 * @param design design of its outer link, such as {@code outer_ln_res}
 */
public record Edge(String id, String from, String to, String slot, String design) {}
