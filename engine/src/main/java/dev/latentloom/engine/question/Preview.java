package dev.latentloom.engine.question;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a data file looks like before it is taken in.
 *
 * @param columns names of the first record's fields
 * @param mapping the mapping these suggest; null where none fits and the user must choose
 * @param questions the first questions under that mapping; empty without one
 */
public record Preview(
        List<String> columns, @Nullable FieldMapping mapping, List<Question> questions) {}
