package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** An expression of a template; every one knows the line it stands in. */
sealed interface Expr {
    int line();

    /** A constant. */
    record Literal(Object value, int line) implements Expr {}

    /** A variable. */
    record Name(String name, int line) implements Expr {}

    /** {@code [a, b]}, or {@code (a, b)} when {@code tuple}. */
    record Sequence(List<Expr> items, boolean tuple, int line) implements Expr {}

    /** {@code {k: v}}; keys and values pair up. */
    record Dict(List<Expr> keys, List<Expr> values, int line) implements Expr {}

    /** {@code -a}, {@code +a}, {@code not a}. */
    record Unary(String operator, Expr operand, int line) implements Expr {}

    /** Arithmetic, {@code ~}, {@code and}, {@code or}. */
    record Binary(String operator, Expr left, Expr right, int line) implements Expr {}

    /** {@code a < b <= c}: operators and operands pair up. */
    record Chain(Expr first, List<String> operators, List<Expr> operands, int line)
            implements Expr {}

    /** {@code a if test else b}. */
    record Condition(Expr test, Expr then, @Nullable Expr otherwise, int line) implements Expr {}

    /** {@code a.b}. */
    record Attribute(Expr target, String name, int line) implements Expr {}

    /** {@code a[key]}. */
    record Item(Expr target, Expr key, int line) implements Expr {}

    /** {@code a[from:to:step]}. */
    record Slice(Expr target, @Nullable Expr from, @Nullable Expr to, @Nullable Expr step, int line)
            implements Expr {}

    /** {@code a(…)}. */
    record Call(Expr target, Arguments arguments, int line) implements Expr {}

    /** {@code a | name(…)}. */
    record Filter(Expr target, String name, Arguments arguments, int line) implements Expr {}

    /** {@code a is name(…)}. */
    record Test(Expr target, String name, Arguments arguments, int line) implements Expr {}

    /** What stands between the brackets of a call. */
    record Arguments(List<Expr> positional, Map<String, Expr> named) {
        static final Arguments NONE = new Arguments(List.of(), Map.of());
    }
}
