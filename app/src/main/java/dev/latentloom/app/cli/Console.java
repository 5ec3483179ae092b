package dev.latentloom.app.cli;

import dev.latentloom.engine.job.RunJson;
import dev.latentloom.views.text.Figures;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Results to standard output, as JSON lines or as text; progress to standard error. */
final class Console {
    private static final Pattern TIME =
            Pattern.compile("seconds.*|.*Seconds|ttft.*|p\\d+"); // as the contract names them
    private static final long SPARSE = 10_000_000_000L; // ns between two lines in a log file
    private static final long OFTEN = 100_000_000L; // ns between two states of a terminal's line

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private boolean json;
    private boolean quiet;
    private String stage = "";
    private long shown;
    private int width;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.terminal =
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false);
    }

    void set(boolean jsonLines, boolean noProgress) {
        json = jsonLines;
        quiet = noProgress;
    }

    /** Whether results are JSON lines. */
    boolean json() {
        return json;
    }

    /** One line of results. */
    synchronized void line(String text) {
        clear();
        out.println(text);
    }

    /** Text without an end of line, shown at once. */
    synchronized void piece(String text) {
        clear();
        out.print(text);
        out.flush();
    }

    /** One JSON object on a line of its own. */
    void object(Object value) {
        line(RunJson.line(value));
    }

    /** The last thing a command says: a JSON object, or one line for each figure. */
    void summary(Map<String, ?> figures) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(figures);
            all.put("kind", "summary");
            object(all);
            return;
        }
        int widest = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
        figures.forEach(
                (name, value) ->
                        line(name + " ".repeat(widest - name.length() + 2) + figure(name, value)));
    }

    /** Rows of columns that line up; the first row names them. */
    void table(List<List<String>> rows) {
        Columns.of(rows).forEach(this::line);
    }

    /** A value as people read it: times, which these names have, with the unit that fits. */
    static String figure(String name, Object value) {
        if (value instanceof Double number && name.contains("Ms")) {
            return Figures.duration(number / 1000);
        }
        if (value instanceof Double seconds && TIME.matcher(name).matches()) {
            return Figures.duration(seconds);
        }
        return figure(value);
    }

    /** A value as people read it. */
    static String figure(Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.4g", number);
        }
        return String.valueOf(value);
    }

    /** What the command is at now. */
    synchronized void stage(String text) {
        if (quiet) {
            return;
        }
        stage = text;
        if (terminal) {
            draw(text);
        } else {
            err.println(text);
        }
        shown = System.nanoTime();
    }

    /** How far it is: {@code done} of {@code total} units. */
    synchronized void progress(long done, long total) {
        long now = System.nanoTime();
        if (quiet || now - shown < (terminal ? OFTEN : SPARSE)) {
            return;
        }
        shown = now;
        String text = (stage + " " + done + "/" + total).strip();
        if (terminal) {
            draw(text);
        } else {
            err.println(text);
        }
    }

    /** A line of progress. */
    synchronized void note(String text) {
        if (!quiet) {
            clear();
            err.println(text);
            shown = System.nanoTime();
        }
    }

    /** Something the user should know, quiet or not. */
    synchronized void say(String text) {
        clear();
        err.println(text);
    }

    private void draw(String text) {
        int blank = Math.max(0, width - text.length());
        err.print("\r" + text + " ".repeat(blank));
        err.flush();
        width = text.length();
    }

    private void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
