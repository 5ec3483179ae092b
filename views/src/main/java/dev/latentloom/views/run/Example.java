package dev.latentloom.views.run;

import org.jspecify.annotations.Nullable;

/**
 * A question to try.
 *
 * @param expected the right answer, null where nobody knows it
 */
public record Example(String question, @Nullable String expected) {}
