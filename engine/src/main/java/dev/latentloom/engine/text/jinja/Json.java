package dev.latentloom.engine.text.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Values as Python's {@code json.dumps} writes them. */
final class Json {
    private static final int DEEPEST = 60;

    private final StringBuilder out = new StringBuilder();
    private final String indent; // of one level; empty: all on one line
    private final boolean lines;
    private final boolean sorted;
    private final boolean ascii;
    private String itemSeparator;
    private String keySeparator = ": ";

    private Json(Parameters options) {
        Object wanted = options.get(0, "indent", None.NONE);
        lines = wanted != None.NONE;
        if (wanted instanceof String text) {
            indent = text;
        } else {
            long width = lines ? Arithmetic.whole(wanted) : 0;
            indent = " ".repeat(Math.clamp(width, 0, 64));
        }
        itemSeparator = lines ? "," : ", ";
        sorted = options.flag(2, "sort_keys", false);
        ascii = options.flag(3, "ensure_ascii", false);
        Object separators = options.get(1, "separators", None.NONE);
        if (separators instanceof List<?> pair && pair.size() == 2) {
            itemSeparator = PyValue.str(pair.get(0));
            keySeparator = PyValue.str(pair.get(1));
        }
    }

    /** Writes a value; {@code options}: indent, separators, sort_keys, ensure_ascii. */
    static String write(Object value, Parameters options) {
        Json json = new Json(options);
        json.value(value, 0);
        return json.out.toString();
    }

    private void value(Object value, int depth) {
        if (depth > DEEPEST || out.length() > Budget.LONGEST_TEXT) {
            throw JinjaException.limit("a value is too large to be written as JSON");
        }
        switch (value) {
            case None n -> out.append("null");
            case Boolean b -> out.append(b);
            case Long n -> out.append(n);
            case Double d -> out.append(number(d));
            case String s -> quote(s);
            case List<?> l -> array(l, depth);
            case Map<?, ?> m -> object(m, depth);
            default ->
                    throw JinjaException.runtime(
                            PyValue.kind(value) + " cannot be written as JSON");
        }
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        return PyRepr.number(value);
    }

    private void array(List<?> items, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : items) {
            separate(first, depth + 1);
            first = false;
            value(item, depth + 1);
        }
        close(first, depth);
        out.append(']');
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : sorted ? sortedByKey(map) : map.entrySet()) {
            separate(first, depth + 1);
            first = false;
            quote(key(entry.getKey()));
            out.append(keySeparator);
            value(entry.getValue(), depth + 1);
        }
        close(first, depth);
        out.append('}');
    }

    private static Iterable<Map.Entry<String, Object>> sortedByKey(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key(key), value));
        return sorted.entrySet();
    }

    private static String key(Object key) {
        return switch (key) {
            case String s -> s;
            case Boolean b -> b.toString();
            case None n -> "null";
            case Long n -> n.toString();
            case Double d -> number(d);
            default -> throw JinjaException.runtime("JSON keys must be texts or numbers");
        };
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            out.append(itemSeparator);
        }
        newLine(depth);
    }

    private void close(boolean empty, int depth) {
        if (!empty) {
            newLine(depth);
        }
    }

    private void newLine(int depth) {
        if (lines) {
            out.append('\n').repeat(indent, depth);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20 || (ascii && c > 0x7E)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
