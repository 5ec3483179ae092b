package dev.latentloom.engine.run;

/**
 * What an agent said about one question.
 *
 * @param text all of it, results of tools included
 * @param readAgain positions read anew because a tool's result came in between
 * @param decoded tokens it decoded itself
 * @param firstToken seconds from the turn's beginning to its first token, 0 where there was none
 */
record Spoken(String text, long readAgain, long decoded, double firstToken) {}
