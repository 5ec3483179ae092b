package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What may stand behind {@code is}. */
final class Tests {
    private Tests() {}

    /** Whether a test of that name exists. */
    static boolean exists(String name) {
        return find(name) != null;
    }

    /** Runs a test on a value. */
    static boolean test(String name, Object value, Parameters arguments) {
        Check check = find(name);
        if (check == null) {
            throw JinjaException.runtime("there is no test '" + name + "'");
        }
        return check.test(value, arguments);
    }

    private static @Nullable Check find(String name) {
        return switch (name) {
            case "defined" -> (v, p) -> !(v instanceof Undefined);
            case "undefined" -> (v, p) -> v instanceof Undefined;
            case "none" -> (v, p) -> v == None.NONE;
            case "true" -> (v, p) -> v.equals(true);
            case "false" -> (v, p) -> v.equals(false);
            case "boolean" -> (v, p) -> v instanceof Boolean;
            case "integer" -> (v, p) -> v instanceof Long;
            case "float" -> (v, p) -> v instanceof Double;
            case "number" -> (v, p) -> Arithmetic.number(v) != null;
            case "string" -> (v, p) -> v instanceof String;
            case "mapping" -> (v, p) -> v instanceof Map;
            case "iterable" -> (v, p) -> PyValue.iterable(v);
            case "sequence" ->
                    (v, p) ->
                            v instanceof String
                                    || v instanceof List
                                    || v instanceof Map
                                    || v instanceof Undefined;
            case "callable" -> (v, p) -> v instanceof Function;
            case "sameas" -> (v, p) -> same(v, p.need(0, "other"));
            case "filter" -> (v, p) -> Filters.exists(PyValue.str(v));
            case "test" -> (v, p) -> exists(PyValue.str(v));
            default -> comparison(name);
        };
    }

    private static @Nullable Check comparison(String name) {
        return switch (name) {
            case "equalto", "eq", "==" -> (v, p) -> PyValue.equal(v, p.need(0, "other"));
            case "ne", "!=" -> (v, p) -> !PyValue.equal(v, p.need(0, "other"));
            case "lt", "lessthan", "<" -> (v, p) -> order(v, p) < 0;
            case "le", "<=" -> (v, p) -> order(v, p) <= 0;
            case "gt", "greaterthan", ">" -> (v, p) -> order(v, p) > 0;
            case "ge", ">=" -> (v, p) -> order(v, p) >= 0;
            case "in" -> (v, p) -> PyValue.contains(p.need(0, "container"), v);
            case "odd" -> (v, p) -> Math.floorMod(Arithmetic.whole(v), 2L) == 1;
            case "even" -> (v, p) -> Math.floorMod(Arithmetic.whole(v), 2L) == 0;
            case "divisibleby" -> (v, p) -> divides(Arithmetic.whole(v), p);
            case "upper" -> (v, p) -> TextMethods.isUpper(PyValue.str(v));
            case "lower" -> (v, p) -> TextMethods.isLower(PyValue.str(v));
            default -> null;
        };
    }

    private static int order(Object value, Parameters arguments) {
        return Arithmetic.compare(value, arguments.need(0, "other"));
    }

    private static boolean divides(long value, Parameters arguments) {
        long divisor = Arithmetic.whole(arguments.need(0, "num"));
        if (divisor == 0) {
            throw JinjaException.runtime("division by zero");
        }
        return value % divisor == 0;
    }

    /** Constants and small numbers are one object in Python; lists and maps are not. */
    private static boolean same(Object a, Object b) {
        boolean plain = a instanceof Boolean || a instanceof Long || a instanceof String;
        return plain ? a.equals(b) : a == b;
    }

    /** One test. */
    @FunctionalInterface
    private interface Check {
        boolean test(Object value, Parameters arguments);
    }
}
