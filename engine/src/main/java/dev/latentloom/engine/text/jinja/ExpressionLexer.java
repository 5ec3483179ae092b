package dev.latentloom.engine.text.jinja;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads the inside of one tag: names, strings, numbers and operators up to the tag's end. */
final class ExpressionLexer {
    private static final List<String> OPERATORS =
            List.of(
                    "**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "(", ")", "[",
                    "]", "{", "}", ",", ":", ".", "|", "=", "<", ">");

    private final String source;
    private final LineCounter lines;
    private final List<Token> tokens;
    private final Deque<Character> open = new ArrayDeque<>(); // brackets still to be closed
    private int at;
    private char sign = ' ';

    ExpressionLexer(String source, LineCounter lines, List<Token> tokens) {
        this.source = source;
        this.lines = lines;
        this.tokens = tokens;
    }

    /** The sign before the end of the tag: minus, plus, or a space for none. */
    char sign() {
        return sign;
    }

    /** Reads from {@code from} to the end of the tag and returns the place after it. */
    int read(int from, TokenType end) {
        at = from;
        String closing = end == TokenType.BLOCK_END ? "%}" : "}}";
        while (true) {
            while (at < source.length() && PyText.isSpace(source.charAt(at))) {
                at++;
            }
            if (at >= source.length()) {
                throw JinjaException.syntax(lines.at(at), "the tag is not closed by " + closing);
            }
            if (open.isEmpty() && ends(closing)) {
                add(end, closing);
                return at;
            }
            next();
        }
    }

    private boolean ends(String closing) {
        if (source.startsWith(closing, at)) {
            at += closing.length();
            return true;
        }
        char c = source.charAt(at);
        boolean signed = c == '-' || (c == '+' && closing.equals("%}"));
        if (signed && source.startsWith(closing, at + 1)) {
            sign = c;
            at += closing.length() + 1;
            return true;
        }
        return false;
    }

    private void next() {
        char c = source.charAt(at);
        if (c == '"' || c == '\'') {
            string(c);
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (c == '_' || Character.isLetter(c)) {
            int start = at;
            while (at < source.length() && isNamePart(source.charAt(at))) {
                at++;
            }
            add(TokenType.NAME, source.substring(start, at));
        } else {
            operator();
        }
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void operator() {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                balance(operator.charAt(0));
                at += operator.length();
                add(TokenType.OPERATOR, operator);
                return;
            }
        }
        throw JinjaException.syntax(
                lines.at(at), "unexpected character '" + source.charAt(at) + "'");
    }

    private void balance(char c) {
        int opening = "([{".indexOf(c);
        int closing = ")]}".indexOf(c);
        if (opening >= 0) {
            open.push(")]}".charAt(opening));
        } else if (closing >= 0 && (open.isEmpty() || open.pop() != c)) {
            throw JinjaException.syntax(lines.at(at), "unexpected '" + c + "'");
        }
    }

    private void string(char quote) {
        int start = at + 1;
        int i = start;
        while (i < source.length() && source.charAt(i) != quote) {
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= source.length()) {
            throw JinjaException.syntax(lines.at(at), "the string is not closed");
        }
        String value = Escapes.read(source.substring(start, i), lines.at(at));
        at = i + 1;
        add(TokenType.STRING, value);
    }

    private void number() {
        int start = at;
        digits();
        boolean whole = true;
        if (at + 1 < source.length()
                && source.charAt(at) == '.'
                && Character.isDigit(source.charAt(at + 1))) {
            whole = false;
            at++;
            digits();
        }
        int exponent = at;
        if (at < source.length() && (source.charAt(at) == 'e' || source.charAt(at) == 'E')) {
            at++;
            if (at < source.length() && "+-".indexOf(source.charAt(at)) >= 0) {
                at++;
            }
            int first = at;
            digits();
            whole &= at == first;
            at = at == first ? exponent : at;
        }
        String text = source.substring(start, at).replace("_", "");
        add(whole ? TokenType.INTEGER : TokenType.FLOAT, text);
    }

    private void digits() {
        while (at < source.length()
                && (source.charAt(at) == '_'
                        || (source.charAt(at) >= '0' && source.charAt(at) <= '9'))) {
            at++;
        }
    }

    private void add(TokenType type, String text) {
        tokens.add(new Token(type, text, lines.at(at)));
    }
}
