package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes expressions in a scope. */
final class Evaluator {
    private final Budget budget;
    private final Arithmetic arithmetic;

    Evaluator(Budget budget) {
        this.budget = budget;
        this.arithmetic = new Arithmetic(budget);
    }

    /** The value of an expression; failures carry its line. */
    Object value(Expr expr, Scope scope) {
        budget.step();
        budget.enter();
        try {
            return compute(expr, scope);
        } catch (JinjaException e) {
            throw e.at(expr.line());
        } finally {
            budget.leave();
        }
    }

    /** Whether an expression counts as true. */
    boolean truth(Expr expr, Scope scope) {
        return PyValue.truth(value(expr, scope));
    }

    private Object compute(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Literal literal -> literal.value();
            case Expr.Name name -> scope.get(name.name());
            case Expr.Sequence sequence -> {
                List<Object> items = values(sequence.items(), scope);
                yield sequence.tuple() ? new Tuple(items) : items;
            }
            case Expr.Dict dict -> dict(dict, scope);
            case Expr.Unary unary -> unary(unary, scope);
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.Chain chain -> chain(chain, scope);
            case Expr.Condition condition -> condition(condition, scope);
            case Expr.Attribute attribute ->
                    Access.attribute(value(attribute.target(), scope), attribute.name());
            case Expr.Item item ->
                    Access.item(value(item.target(), scope), value(item.key(), scope));
            case Expr.Slice slice -> slice(slice, scope);
            case Expr.Call call -> call(call, scope);
            case Expr.Filter filter -> filter(filter, scope);
            case Expr.Test test ->
                    Tests.test(
                            test.name(),
                            value(test.target(), scope),
                            parameters(test.arguments(), scope));
        };
    }

    private List<Object> values(List<Expr> exprs, Scope scope) {
        List<Object> values = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            values.add(value(expr, scope));
        }
        return values;
    }

    private Object dict(Expr.Dict dict, Scope scope) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < dict.keys().size(); i++) {
            map.put(value(dict.keys().get(i), scope), value(dict.values().get(i), scope));
        }
        return map;
    }

    private Object unary(Expr.Unary unary, Scope scope) {
        Object operand = value(unary.operand(), scope);
        return switch (unary.operator()) {
            case "not" -> !PyValue.truth(operand);
            case "-" -> arithmetic.apply("-", 0L, operand);
            default -> arithmetic.apply("+", 0L, operand);
        };
    }

    private Object binary(Expr.Binary binary, Scope scope) {
        Object left = value(binary.left(), scope);
        return switch (binary.operator()) {
            case "and" -> PyValue.truth(left) ? value(binary.right(), scope) : left;
            case "or" -> PyValue.truth(left) ? left : value(binary.right(), scope);
            case "~" -> {
                String text = PyValue.str(left);
                String more = PyValue.str(value(binary.right(), scope));
                budget.charge((long) text.length() + more.length());
                yield text + more;
            }
            default -> arithmetic.apply(binary.operator(), left, value(binary.right(), scope));
        };
    }

    private Object chain(Expr.Chain chain, Scope scope) {
        Object left = value(chain.first(), scope);
        for (int i = 0; i < chain.operators().size(); i++) {
            Object right = value(chain.operands().get(i), scope);
            if (!holds(chain.operators().get(i), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> PyValue.equal(left, right);
            case "!=" -> !PyValue.equal(left, right);
            case "in", "not in" -> {
                charge(right);
                yield PyValue.contains(right, left) == operator.equals("in");
            }
            case "<" -> Arithmetic.compare(left, right) < 0;
            case "<=" -> Arithmetic.compare(left, right) <= 0;
            case ">" -> Arithmetic.compare(left, right) > 0;
            default -> Arithmetic.compare(left, right) >= 0;
        };
    }

    private Object condition(Expr.Condition condition, Scope scope) {
        if (truth(condition.test(), scope)) {
            return value(condition.then(), scope);
        }
        Expr otherwise = condition.otherwise();
        return otherwise == null
                ? new Undefined("the else of an inline if")
                : value(otherwise, scope);
    }

    private Object slice(Expr.Slice slice, Scope scope) {
        Object target = value(slice.target(), scope);
        charge(target);
        return Access.slice(
                target,
                bound(slice.from(), scope),
                bound(slice.to(), scope),
                bound(slice.step(), scope));
    }

    private Object bound(@Nullable Expr bound, Scope scope) {
        return bound == null ? None.NONE : value(bound, scope);
    }

    private Object call(Expr.Call call, Scope scope) {
        Object target = value(call.target(), scope);
        if (call.target() instanceof Expr.Attribute attribute) {
            charge(value(attribute.target(), scope)); // a method may copy its whole object
        }
        Parameters parameters = parameters(call.arguments(), scope);
        return call(target, parameters);
    }

    /** Calls a value; only functions, methods and macros can be called. */
    Object call(Object target, Parameters parameters) {
        if (target instanceof Function function) {
            Object result = function.call(parameters);
            charge(result);
            return result;
        }
        if (target instanceof Undefined undefined) {
            throw undefined.failure();
        }
        throw JinjaException.runtime(PyValue.kind(target) + " cannot be called");
    }

    private Object filter(Expr.Filter filter, Scope scope) {
        Object target = value(filter.target(), scope);
        charge(target);
        Object result = Filters.apply(filter.name(), target, parameters(filter.arguments(), scope));
        charge(result);
        return result;
    }

    private Parameters parameters(Expr.Arguments arguments, Scope scope) {
        Map<String, Object> named = new LinkedHashMap<>();
        List<Object> positional = values(arguments.positional(), scope);
        arguments.named().forEach((name, expr) -> named.put(name, value(expr, scope)));
        return new Parameters(positional, named);
    }

    /** Work on a long value costs more steps than one. */
    private void charge(Object value) {
        if (value instanceof String text) {
            budget.charge(text.length());
        } else if (value instanceof List<?> list) {
            budget.charge(16L * list.size());
        }
    }
}
