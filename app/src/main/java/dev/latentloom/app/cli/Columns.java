package dev.latentloom.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Lays a table out as lines of text: numbers to the right, words to the left. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /**
     * Lines of a table.
     *
     * @param rows the first names the columns; all have as many cells
     */
    static List<String> of(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
            numbers[c] = rows.stream().skip(1).allMatch(row -> number(row.get(column)));
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                String blank = " ".repeat(widths[c] - cell.length());
                line.append(c == 0 ? "" : GAP).append(numbers[c] ? blank + cell : cell + blank);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static boolean number(String cell) {
        return cell.isEmpty() || cell.matches("[-+]?[\\d.,]+(e[-+]?\\d+)?%?");
    }
}
