package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A statement of a template, or a piece of its text. */
sealed interface Stmt {
    /** Text that is put out as it stands. */
    record Text(String text) implements Stmt {}

    /** {@code {{ value }}}. */
    record Print(Expr value) implements Stmt {}

    /** {@code {% for target in items if condition %}…{% else %}…{% endfor %}}. */
    record For(
            Expr target,
            Expr items,
            @Nullable Expr condition,
            List<Stmt> body,
            List<Stmt> otherwise)
            implements Stmt {}

    /** {@code {% if test %}…{% else %}…{% endif %}}; an elif is an If in {@code otherwise}. */
    record If(Expr test, List<Stmt> then, List<Stmt> otherwise) implements Stmt {}

    /** {@code {% set target = value %}}. */
    record Assign(Expr target, Expr value) implements Stmt {}

    /** {@code {% set target | filter %}…{% endset %}}; {@code value} reads the body's text. */
    record AssignBlock(Expr target, Expr value, List<Stmt> body) implements Stmt {}

    /** {@code {% macro name(parameters) %}…{% endmacro %}}. */
    record Macro(String name, List<Parameter> parameters, List<Stmt> body, int line)
            implements Stmt {}

    /** {@code {% call(parameters) a(…) %}…{% endcall %}}; the body is {@code caller}. */
    record CallBlock(Macro caller, Expr.Call call) implements Stmt {}

    /** {@code {% filter name %}…{% endfilter %}}; {@code value} reads the body's text. */
    record FilterBlock(Expr value, List<Stmt> body) implements Stmt {}

    /** {@code {% with a = b %}…{% endwith %}}: a scope of its own; targets and values pair up. */
    record With(List<Expr> targets, List<Expr> values, List<Stmt> body) implements Stmt {}

    /** {@code {% break %}}. */
    record Break() implements Stmt {}

    /** {@code {% continue %}}. */
    record Continue() implements Stmt {}

    /** One parameter of a macro. */
    record Parameter(String name, @Nullable Expr preset) {}
}
