package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads operands: constants, names, brackets, and what may follow them. */
final class OperandParser {
    private static final Set<String> NO_TEST_ARGUMENT = Set.of("else", "or", "and", "if", "is");

    private final TokenStream in;
    private final ExprParser expressions;

    OperandParser(TokenStream in, ExprParser expressions) {
        this.in = in;
        this.expressions = expressions;
    }

    /** An operand with its sign; {@code filters}: whether filters and tests may follow. */
    Expr unary(boolean filters) {
        in.enter();
        Token token = in.current();
        Expr operand;
        if (token.is("-") || token.is("+")) {
            in.next();
            operand = new Expr.Unary(token.text(), unary(false), token.line());
        } else {
            operand = primary();
        }
        operand = postfix(operand);
        operand = filters ? filtersAndTests(operand) : operand;
        in.leave();
        return operand;
    }

    private Expr primary() {
        Token token = in.next();
        int line = token.line();
        return switch (token.type()) {
            case NAME -> named(token);
            case STRING -> new Expr.Literal(joined(token), line);
            case INTEGER -> new Expr.Literal(integer(token), line);
            case FLOAT -> new Expr.Literal(Double.valueOf(token.text()), line);
            default -> {
                if (token.is("(")) {
                    yield parenthesis(line);
                } else if (token.is("[")) {
                    yield new Expr.Sequence(list("]"), false, line);
                } else if (token.is("{")) {
                    yield dict(line);
                }
                throw JinjaException.syntax(line, "unexpected " + token);
            }
        };
    }

    private static Expr named(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expr.Literal(true, token.line());
            case "false", "False" -> new Expr.Literal(false, token.line());
            case "none", "None" -> new Expr.Literal(None.NONE, token.line());
            default -> new Expr.Name(token.text(), token.line());
        };
    }

    /** String literals that follow one another are one. */
    private String joined(Token first) {
        StringBuilder text = new StringBuilder(first.text());
        while (in.current().type() == TokenType.STRING) {
            text.append(in.next().text());
        }
        return text.toString();
    }

    private static Long integer(Token token) {
        try {
            return Long.valueOf(token.text());
        } catch (NumberFormatException e) {
            throw JinjaException.syntax(token.line(), "the number " + token + " is too large");
        }
    }

    private Expr parenthesis(int line) {
        if (in.skip(")")) {
            return new Expr.Sequence(List.of(), true, line);
        }
        Expr inner = expressions.tuple(true);
        in.expect(")");
        return inner;
    }

    private List<Expr> list(String end) {
        List<Expr> items = new ArrayList<>();
        while (!in.skip(end)) {
            if (!items.isEmpty()) {
                in.expect(",");
                if (in.skip(end)) {
                    break;
                }
            }
            items.add(expressions.expression());
        }
        return items;
    }

    private Expr dict(int line) {
        List<Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!in.skip("}")) {
            if (!keys.isEmpty()) {
                in.expect(",");
                if (in.skip("}")) {
                    break;
                }
            }
            keys.add(expressions.expression());
            in.expect(":");
            values.add(expressions.expression());
        }
        return new Expr.Dict(keys, values, line);
    }

    private Expr postfix(Expr start) {
        Expr value = start;
        while (true) {
            int line = in.current().line();
            if (in.skip(".")) {
                Token name = in.next();
                value =
                        switch (name.type()) {
                            case NAME -> new Expr.Attribute(value, name.text(), line);
                            case INTEGER ->
                                    new Expr.Item(
                                            value, new Expr.Literal(integer(name), line), line);
                            default ->
                                    throw JinjaException.syntax(
                                            line, "expected a name but found " + name);
                        };
            } else if (in.skip("[")) {
                value = subscript(value, line);
            } else if (in.skip("(")) {
                value = new Expr.Call(value, arguments(), line);
            } else {
                return value;
            }
        }
    }

    private Expr subscript(Expr target, int line) {
        Expr first = in.current().is(":") ? null : expressions.tuple(true);
        if (first != null && in.skip("]")) {
            return new Expr.Item(target, first, line);
        }
        in.expect(":");
        Expr to = bound();
        Expr step = in.skip(":") ? bound() : null;
        in.expect("]");
        return new Expr.Slice(target, first, to, step, line);
    }

    private @Nullable Expr bound() {
        boolean empty = in.current().is(":") || in.current().is("]");
        return empty ? null : expressions.expression();
    }

    /** Reads arguments behind their opening bracket. */
    Expr.Arguments arguments() {
        List<Expr> positional = new ArrayList<>();
        Map<String, Expr> named = new LinkedHashMap<>();
        boolean first = true;
        while (!in.skip(")")) {
            if (!first) {
                in.expect(",");
                if (in.skip(")")) {
                    break;
                }
            }
            first = false;
            if (in.current().type() == TokenType.NAME && in.ahead().is("=")) {
                String name = in.next().text();
                in.next();
                named.put(name, expressions.expression());
            } else if (named.isEmpty()) {
                positional.add(expressions.expression());
            } else {
                throw in.unexpected("a named argument");
            }
        }
        return new Expr.Arguments(positional, named);
    }

    private Expr filtersAndTests(Expr start) {
        Expr value = start;
        while (true) {
            int line = in.current().line();
            if (in.skip("|")) {
                value = filter(value, line);
            } else if (in.skipName("is")) {
                value = test(value, line);
            } else if (in.skip("(")) {
                value = new Expr.Call(value, arguments(), line);
            } else {
                return value;
            }
        }
    }

    /** Reads one filter behind its bar, or behind the word filter. */
    Expr filter(Expr value, int line) {
        String name = dottedName("the name of a filter");
        Expr.Arguments arguments = in.skip("(") ? arguments() : Expr.Arguments.NONE;
        return new Expr.Filter(value, name, arguments, line);
    }

    private Expr test(Expr value, int line) {
        boolean negated = in.skipName("not");
        String name = dottedName("the name of a test").toLowerCase(Locale.ROOT);
        Expr.Arguments arguments = Expr.Arguments.NONE;
        if (in.skip("(")) {
            arguments = arguments();
        } else if (startsTestArgument()) {
            arguments = new Expr.Arguments(List.of(postfix(primary())), Map.of());
        }
        Expr test = new Expr.Test(value, name, arguments, line);
        return negated ? new Expr.Unary("not", test, line) : test;
    }

    private boolean startsTestArgument() {
        Token token = in.current();
        return switch (token.type()) {
            case STRING, INTEGER, FLOAT -> true;
            case NAME -> !NO_TEST_ARGUMENT.contains(token.text()) && !startsNotIn(token);
            case OPERATOR -> token.is("[") || token.is("{");
            default -> false;
        };
    }

    private static boolean startsNotIn(Token token) {
        return token.isName("not") || token.isName("in");
    }

    private String dottedName(String meaning) {
        StringBuilder name = new StringBuilder(in.expect(TokenType.NAME, meaning).text());
        while (in.current().is(".")) {
            in.next();
            name.append('.').append(in.expect(TokenType.NAME, meaning).text());
        }
        return name.toString();
    }
}
