package dev.latentloom.engine.question;

import dev.latentloom.engine.job.WorkbenchException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a data file looks like before it is taken in.
 *
 * @param columns names of the records' fields, in the order in which they appear
 * @param mapping which field is what; null where nothing tells and the user must choose, and for
 *     conversations
 * @param questions the first questions, as they would be asked; empty where they cannot be made
 * @param records how many records there are
 * @param problem why the file cannot be taken in like this; null where it can
 */
public record Preview(
        List<String> columns,
        @Nullable FieldMapping mapping,
        List<Question> questions,
        int records,
        @Nullable WorkbenchException problem) {
    public Preview {
        columns = List.copyOf(columns);
        questions = List.copyOf(questions);
    }
}
