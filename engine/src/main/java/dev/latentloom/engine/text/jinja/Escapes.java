package dev.latentloom.engine.text.jinja;

/** Backslash sequences in string literals, as Python reads them. */
final class Escapes {
    private static final String PLAIN = "\\'\"abfnrtv";
    private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000B";

    private Escapes() {}

    /** The text a literal stands for; an unknown sequence keeps its backslash. */
    static String read(String literal, int line) {
        if (literal.indexOf('\\') < 0) {
            return literal;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < literal.length()) {
            char c = literal.charAt(i++);
            if (c != '\\' || i >= literal.length()) {
                text.append(c);
                continue;
            }
            char kind = literal.charAt(i++);
            int plain = PLAIN.indexOf(kind);
            if (plain >= 0) {
                text.append(MEANING.charAt(plain));
            } else if (kind == 'x' || kind == 'u' || kind == 'U') {
                int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
                text.appendCodePoint(hex(literal, i, digits, line));
                i += digits;
            } else if (kind >= '0' && kind <= '7') {
                int end = i;
                while (end < literal.length() && end < i + 2 && isOctal(literal.charAt(end))) {
                    end++;
                }
                text.appendCodePoint(Integer.parseInt(literal.substring(i - 1, end), 8));
                i = end;
            } else if (kind != '\n') { // a backslash before a newline joins the lines
                text.append(c).append(kind);
            }
        }
        return text.toString();
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private static int hex(String literal, int from, int digits, int line) {
        try {
            int value = Integer.parseInt(literal, from, from + digits, 16);
            if (Character.isValidCodePoint(value) && literal.charAt(from) != '-') {
                return value;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            // falls through to the one message for all malformed sequences
        }
        throw JinjaException.syntax(line, "malformed \\x or \\u sequence in a string");
    }
}
