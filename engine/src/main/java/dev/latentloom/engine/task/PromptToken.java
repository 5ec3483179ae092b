package dev.latentloom.engine.task;

/**
 * One position of a prompt.
 *
 * @param mix what stands there
 * @param inSlot whether it stands inside a slot, where noise is put on its embedding
 */
public record PromptToken(TokenMix mix, boolean inSlot) {}
