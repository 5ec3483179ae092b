package dev.latentloom.engine.task;

import dev.latentloom.engine.question.Question;

import java.util.Map;

/**
 * A start entity and a path of relation letters, written as {@code e17 A C B . . .}.
 *
 * @param start number of the start entity
 * @param path the letters, one to six
 */
record PathQuestion(int start, String path) {
    static final int LONGEST = 6;

    /** Reads what {@link #text} wrote. */
    static PathQuestion of(Question question) {
        String text = question.text();
        int space = text.indexOf(' ');
        return new PathQuestion(
                Integer.parseInt(text.substring(1, space)),
                text.substring(space).replaceAll("[ .]", ""));
    }

    /** The words of the question, with dots up to the longest path. */
    String text() {
        StringBuilder text = new StringBuilder("e" + start);
        for (int i = 0; i < LONGEST; i++) {
            text.append(' ').append(i < path.length() ? path.charAt(i) : '.');
        }
        return text.toString();
    }

    /** The item with its answer. */
    TaskItem item(RelayTables tables, int roundsNeeded, double weight) {
        Map<String, String> fields =
                Map.of("start", "e" + start, "path", path, "rounds", "" + roundsNeeded);
        String answer = "e" + tables.walk(start, path);
        return new TaskItem(Question.of(text(), answer, fields), roundsNeeded, weight);
    }
}
