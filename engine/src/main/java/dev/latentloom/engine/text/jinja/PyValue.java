package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Truth, equality, text form and iteration of values. */
final class PyValue {
    private PyValue() {}

    /** Whether a value counts as true. */
    static boolean truth(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Long n -> n != 0;
            case Double d -> d != 0;
            case String s -> !s.isEmpty();
            case List<?> l -> !l.isEmpty();
            case Map<?, ?> m -> !m.isEmpty();
            case None n -> false;
            case Undefined u -> false;
            default -> true;
        };
    }

    /** The text of a value as a template prints it. */
    static String str(Object value) {
        return value instanceof String s ? s : PyRepr.str(value);
    }

    /** Python's {@code ==}: numbers by value, lists and maps by their items. */
    static boolean equal(Object a, Object b) {
        Number left = Arithmetic.number(a);
        Number right = Arithmetic.number(b);
        if (left != null && right != null) {
            return (left instanceof Long l && right instanceof Long r)
                    ? l.longValue() == r.longValue()
                    : left.doubleValue() == right.doubleValue();
        }
        if (a instanceof List<?> l && b instanceof List<?> r) {
            return (a instanceof Tuple) == (b instanceof Tuple) && equalItems(l, r);
        }
        if (a instanceof Map<?, ?> l && b instanceof Map<?, ?> r) {
            return equalMaps(l, r);
        }
        return a instanceof Undefined ? b instanceof Undefined : a.equals(b);
    }

    private static boolean equalItems(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<?> others = b.iterator();
        for (Object item : a) {
            if (!equal(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : a.entrySet()) {
            Object other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** The items of a value, as a loop sees them. */
    static List<Object> items(Object value) {
        return switch (value) {
            case String s -> PyText.characters(s);
            case List<?> l -> new ArrayList<>(l);
            case Map<?, ?> m -> new ArrayList<>(m.keySet());
            case Generator g -> g.take();
            case Undefined u -> List.of();
            default -> throw JinjaException.runtime(kind(value) + " cannot be iterated over");
        };
    }

    /** Whether a loop could go over the value. */
    static boolean iterable(Object value) {
        return value instanceof String
                || value instanceof List
                || value instanceof Map
                || value instanceof Generator
                || value instanceof Undefined;
    }

    /** Number of items or characters. */
    static long length(Object value) {
        return switch (value) {
            case String s -> PyText.length(s);
            case List<?> l -> l.size();
            case Map<?, ?> m -> m.size();
            case Undefined u -> 0;
            default -> throw JinjaException.runtime(kind(value) + " has no length");
        };
    }

    /** Whether {@code item in container}. */
    static boolean contains(Object container, Object item) {
        if (container instanceof String text) {
            if (item instanceof String part) {
                return text.contains(part);
            }
            throw JinjaException.runtime("only a text can be in a text, not " + kind(item));
        }
        if (container instanceof Map<?, ?> map) {
            return map.containsKey(item);
        }
        for (Object candidate : items(container)) {
            if (equal(candidate, item)) {
                return true;
            }
        }
        return false;
    }

    /** What a value is, for messages. */
    static String kind(Object value) {
        return switch (value) {
            case Boolean b -> "a truth value";
            case Number n -> "a number";
            case String s -> "a text";
            case List<?> l -> "a list";
            case Map<?, ?> m -> "a mapping";
            case None n -> "none";
            case Undefined u -> "the undefined '" + u.name() + "'";
            case Generator g -> "a generator";
            default -> "an object";
        };
    }
}
