package dev.latentloom.engine.text;

/**
 * The place in a prompt where another agent's thoughts, or its text, go in.
 *
 * @param name name of the slot, as the prompt and the edge into it spell it
 */
public record Slot(String name) implements FilledText.Piece, PromptPieces.Piece {}
