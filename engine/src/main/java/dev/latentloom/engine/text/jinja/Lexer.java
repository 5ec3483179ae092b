package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a template into text and tags, with {@code trim_blocks} and {@code lstrip_blocks} on: the
 * newline after a statement goes, and so does the indentation before one.
 */
final class Lexer {
    private static final int LARGEST_TEMPLATE = 1 << 20;

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final LineCounter lines;
    private int at;
    private boolean lineStart = true; // whether the text before `at` ended with a newline

    private Lexer(String source) {
        this.source = source;
        this.lines = new LineCounter(source);
    }

    /** All pieces of a template, an EOF last. */
    static List<Token> tokens(String template) {
        if (template.length() > LARGEST_TEMPLATE) {
            throw JinjaException.limit("the template is longer than 1 MB");
        }
        String source = template.replace("\r\n", "\n").replace('\r', '\n');
        if (source.endsWith("\n")) {
            source = source.substring(0, source.length() - 1);
        }
        Lexer lexer = new Lexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            int tag = nextTag();
            if (tag < 0) {
                data(source.substring(at));
                at = source.length();
                break;
            }
            tag(tag);
        }
        add(TokenType.EOF, "");
    }

    private int nextTag() {
        for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
            if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void tag(int tag) {
        char kind = source.charAt(tag + 1);
        char sign = tag + 2 < source.length() ? source.charAt(tag + 2) : ' ';
        boolean variable = kind == '{';
        data(before(source.substring(at, tag), sign, variable));
        at = tag + 2;
        if (sign == '-' || (sign == '+' && !variable)) {
            at++;
        }
        if (kind == '#') {
            comment();
        } else if (variable) {
            add(TokenType.VARIABLE_BEGIN, "{{");
            expression(TokenType.VARIABLE_END);
        } else if (!raw()) {
            add(TokenType.BLOCK_BEGIN, "{%");
            expression(TokenType.BLOCK_END);
        }
    }

    /** The text before a tag, without what the tag's sign or lstrip_blocks takes off its end. */
    private String before(String text, char sign, boolean variable) {
        if (sign == '-') {
            return PyText.strip(text, false, true);
        }
        int line = text.lastIndexOf('\n') + 1;
        boolean strips = sign != '+' && !variable && (line > 0 || lineStart);
        return strips && PyText.isBlank(text.substring(line)) ? text.substring(0, line) : text;
    }

    private void comment() {
        int end = source.indexOf("#}", at);
        if (end < 0) {
            throw JinjaException.syntax(lines.at(at), "missing end of comment");
        }
        char sign = end > at ? source.charAt(end - 1) : ' ';
        at = end + 2;
        afterTag(sign, true);
    }

    /** Takes off what follows a tag: all white space after a minus, one newline after a block. */
    private void afterTag(char sign, boolean trims) {
        if (sign == '-') {
            skipSpace();
        } else if (trims && sign != '+' && at < source.length() && source.charAt(at) == '\n') {
            at++;
        }
        lineStart = source.charAt(at - 1) == '\n';
    }

    /** Reads {@code {% raw %}…{% endraw %}} as text; false when another block stands here. */
    private boolean raw() {
        int end = word(skipSpaceFrom(at), "raw");
        if (end < 0) {
            return false;
        }
        end = skipSpaceFrom(end);
        boolean minus = source.startsWith("-%}", end);
        if (!minus && !source.startsWith("%}", end)) {
            return false;
        }
        at = end + (minus ? 3 : 2);
        afterTag(minus ? '-' : '+', false);
        for (int i = source.indexOf("{%", at); i >= 0; i = source.indexOf("{%", i + 1)) {
            char sign = i + 2 < source.length() ? source.charAt(i + 2) : ' ';
            int close = word(skipSpaceFrom(sign == '-' || sign == '+' ? i + 3 : i + 2), "endraw");
            close = close < 0 ? -1 : skipSpaceFrom(close);
            char last = close < 0 || close >= source.length() ? ' ' : source.charAt(close);
            int tail = last == '-' || last == '+' ? close + 1 : close;
            if (close >= 0 && source.startsWith("%}", tail)) {
                data(before(source.substring(at, i), sign, false));
                at = tail + 2;
                afterTag(last, true);
                return true;
            }
        }
        throw JinjaException.syntax(lines.at(at), "missing end of raw directive");
    }

    private int word(int from, String word) {
        boolean found = source.startsWith(word, from);
        int end = from + word.length();
        boolean longer = end < source.length() && Character.isLetterOrDigit(source.charAt(end));
        return found && !longer ? end : -1;
    }

    private void expression(TokenType end) {
        ExpressionLexer inner = new ExpressionLexer(source, lines, tokens);
        at = inner.read(at, end);
        char sign = inner.sign();
        afterTag(sign, end == TokenType.BLOCK_END);
    }

    private void skipSpace() {
        at = skipSpaceFrom(at);
    }

    private int skipSpaceFrom(int from) {
        int i = from;
        while (i < source.length() && PyText.isSpace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            add(TokenType.DATA, text);
        }
    }

    private void add(TokenType type, String text) {
        tokens.add(new Token(type, text, lines.at(at)));
    }
}
