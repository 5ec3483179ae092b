package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads operators and their precedence, loosest first; {@link OperandParser} reads the rest. */
final class ExprParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream in;
    private final OperandParser operands;

    ExprParser(TokenStream in) {
        this.in = in;
        this.operands = new OperandParser(in, this);
    }

    /** One expression, with an inline if. */
    Expr expression() {
        in.enter();
        Expr value = or();
        while (in.current().isName("if")) {
            int line = in.next().line();
            Expr test = or();
            Expr otherwise = in.skipName("else") ? expression() : null;
            value = new Expr.Condition(test, value, otherwise, line);
        }
        in.leave();
        return value;
    }

    /** One expression without an inline if, as after {@code in} of a loop. */
    Expr withoutCondition() {
        return or();
    }

    /** One expression, or several with commas between as a tuple. */
    Expr tuple(boolean conditions) {
        int line = in.current().line();
        Expr first = conditions ? expression() : withoutCondition();
        if (!in.current().is(",")) {
            return first;
        }
        List<Expr> items = new ArrayList<>(List.of(first));
        while (in.skip(",") && startsOperand()) {
            items.add(conditions ? expression() : withoutCondition());
        }
        return new Expr.Sequence(items, true, line);
    }

    private boolean startsOperand() {
        Token token = in.current();
        return switch (token.type()) {
            case NAME, STRING, INTEGER, FLOAT -> true;
            case OPERATOR -> "([{-+".contains(token.text());
            default -> false;
        };
    }

    /** Operand, filters and tests, as in a filter block or a call block. */
    OperandParser operands() {
        return operands;
    }

    private Expr or() {
        Expr left = and();
        while (in.current().isName("or")) {
            int line = in.next().line();
            left = new Expr.Binary("or", left, and(), line);
        }
        return left;
    }

    private Expr and() {
        Expr left = not();
        while (in.current().isName("and")) {
            int line = in.next().line();
            left = new Expr.Binary("and", left, not(), line);
        }
        return left;
    }

    private Expr not() {
        if (!in.current().isName("not")) {
            return comparison();
        }
        in.enter();
        int line = in.next().line();
        Expr negated = new Expr.Unary("not", not(), line);
        in.leave();
        return negated;
    }

    private Expr comparison() {
        Expr first = sum();
        List<String> operators = new ArrayList<>();
        List<Expr> others = new ArrayList<>();
        while (true) {
            Token token = in.current();
            if (token.type() == TokenType.OPERATOR && COMPARISONS.contains(token.text())) {
                operators.add(in.next().text());
            } else if (token.isName("in")) {
                in.next();
                operators.add("in");
            } else if (token.isName("not") && in.ahead().isName("in")) {
                in.next();
                in.next();
                operators.add("not in");
            } else {
                break;
            }
            others.add(sum());
        }
        return operators.isEmpty() ? first : new Expr.Chain(first, operators, others, first.line());
    }

    private Expr sum() {
        Expr left = concatenation();
        while (in.current().is("+") || in.current().is("-")) {
            Token operator = in.next();
            left = new Expr.Binary(operator.text(), left, concatenation(), operator.line());
        }
        return left;
    }

    private Expr concatenation() {
        Expr left = product();
        while (in.current().is("~")) {
            int line = in.next().line();
            left = new Expr.Binary("~", left, product(), line);
        }
        return left;
    }

    private Expr product() {
        Expr left = power();
        while (in.current().type() == TokenType.OPERATOR
                && Set.of("*", "/", "//", "%").contains(in.current().text())) {
            Token operator = in.next();
            left = new Expr.Binary(operator.text(), left, power(), operator.line());
        }
        return left;
    }

    private Expr power() {
        Expr left = operands.unary(true);
        while (in.current().is("**")) {
            int line = in.next().line();
            left = new Expr.Binary("**", left, operands.unary(true), line);
        }
        return left;
    }
}
