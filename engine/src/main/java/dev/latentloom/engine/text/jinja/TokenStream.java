package dev.latentloom.engine.text.jinja;

import java.util.List;

/** The pieces of a template with a place in them, and how deep the parser is nested there. */
final class TokenStream {
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(at);
    }

    /** The piece after the current one. */
    Token ahead() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.type() != TokenType.EOF) {
            at++;
        }
        return token;
    }

    boolean skip(String operator) {
        boolean found = current().is(operator);
        if (found) {
            at++;
        }
        return found;
    }

    boolean skipName(String name) {
        boolean found = current().isName(name);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String operator) {
        if (!skip(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    Token expect(TokenType type, String meaning) {
        if (current().type() != type) {
            throw unexpected(meaning);
        }
        return next();
    }

    JinjaException unexpected(String wanted) {
        return JinjaException.syntax(
                current().line(), "expected " + wanted + " but found " + current());
    }

    /** Refuses templates nested so deep that reading them would exhaust the stack. */
    void enter() {
        if (++depth > DEEPEST) {
            throw JinjaException.limit("it is nested too deeply").at(current().line());
        }
    }

    void leave() {
        depth--;
    }
}
