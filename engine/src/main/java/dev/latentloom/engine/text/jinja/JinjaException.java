package dev.latentloom.engine.text.jinja;

/** A template that cannot be read or rendered, with the line it happened in. */
public final class JinjaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The template itself is no valid template. */
        SYNTAX,
        /** A value does not allow what the template does with it. */
        RUNTIME,
        /** The template called {@code raise_exception}. */
        RAISED,
        /** The template needs too many steps, too much text or too deep a recursion. */
        LIMIT
    }

    private final Kind kind;
    private final int line;

    JinjaException(Kind kind, int line, String message) {
        super(message);
        this.kind = kind;
        this.line = line;
    }

    static JinjaException syntax(int line, String message) {
        return new JinjaException(Kind.SYNTAX, line, message);
    }

    /** A failure whose line the evaluator adds. */
    static JinjaException runtime(String message) {
        return new JinjaException(Kind.RUNTIME, 0, message);
    }

    /** A limit was reached; the evaluator adds the line. */
    static JinjaException limit(String message) {
        return new JinjaException(Kind.LIMIT, 0, message);
    }

    /** Same failure, placed in a line unless it has one already. */
    JinjaException at(int place) {
        if (line > 0) {
            return this;
        }
        JinjaException placed = new JinjaException(kind, place, message());
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    public Kind kind() {
        return kind;
    }

    /** Line of the template, from 1; 0 where unknown. */
    public int line() {
        return line;
    }

    /** What went wrong, in words. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
