package dev.latentloom.engine.task;

/**
 * What a faultless agent says in one turn, where that is determined.
 *
 * @param round from 1
 * @param agent id of the speaking agent
 * @param message its words without the end of message
 */
public record Turn(int round, String agent, String message) {}
