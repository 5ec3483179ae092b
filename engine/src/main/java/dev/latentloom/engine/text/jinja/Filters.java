package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may stand behind a bar, as far as one value is concerned. */
final class Filters {
    private Filters() {}

    /** Whether a filter of that name exists. */
    static boolean exists(String name) {
        return find(name) != null;
    }

    /** Runs a filter on a value. */
    static Object apply(String name, Object value, Parameters arguments) {
        Filter filter = find(name);
        if (filter == null) {
            throw JinjaException.runtime("there is no filter '" + name + "'");
        }
        return filter.apply(value, arguments);
    }

    private static @Nullable Filter find(String name) {
        return switch (name) {
            case "trim" -> (v, p) -> trim(PyValue.str(v), p);
            case "tojson" -> (v, p) -> Json.write(v, tojsonOptions(p));
            case "length", "count" -> (v, p) -> PyValue.length(v);
            case "upper" -> (v, p) -> Case.upper(PyValue.str(v));
            case "lower" -> (v, p) -> Case.lower(PyValue.str(v));
            case "title" -> (v, p) -> PyText.title(PyValue.str(v));
            case "capitalize" -> (v, p) -> PyText.capitalize(PyValue.str(v));
            case "string", "safe" -> (v, p) -> PyValue.str(v);
            case "escape", "e" -> (v, p) -> TextFilters.escape(PyValue.str(v));
            case "indent" -> (v, p) -> TextFilters.indent(PyValue.str(v), p);
            case "replace" -> (v, p) -> replace(PyValue.str(v), p);
            case "format" -> (v, p) -> format(PyValue.str(v), p);
            case "wordcount" -> (v, p) -> (long) PyText.words(PyValue.str(v), -1).size();
            case "default", "d" -> Filters::preset;
            case "int" -> (v, p) -> TextFilters.whole(v, p.number(0, "default", 0));
            case "float" -> (v, p) -> TextFilters.real(v, p.get(0, "default", 0.0));
            case "abs" -> (v, p) -> v instanceof Double d ? (Object) Math.abs(d) : absolute(v);
            case "round" -> TextFilters::round;
            case "attr" -> (v, p) -> attribute(v, p.text(0, "name", ""));
            case "items" -> (v, p) -> items(v);
            default -> ListFilters.find(name);
        };
    }

    private static Parameters tojsonOptions(Parameters p) {
        Object indent = p.get(1, "indent", None.NONE);
        Object separators = p.get(2, "separators", None.NONE);
        boolean sorted = p.flag(3, "sort_keys", false);
        return Parameters.of(indent, separators, sorted, p.flag(0, "ensure_ascii", false));
    }

    private static String trim(String text, Parameters p) {
        Object characters = p.get(0, "chars", None.NONE);
        return characters == None.NONE
                ? PyText.strip(text, true, true)
                : PyText.strip(text, PyValue.str(characters), true, true);
    }

    private static String replace(String text, Parameters p) {
        String old = PyValue.str(p.need(0, "old"));
        String fresh = PyValue.str(p.need(1, "new"));
        return TextMethods.replace(text, old, fresh, p.number(2, "count", -1));
    }

    private static String format(String form, Parameters p) {
        return p.named().isEmpty()
                ? PercentFormat.apply(form, new Tuple(p.positional()))
                : PercentFormat.apply(form, Map.copyOf(p.named()));
    }

    private static Object preset(Object value, Parameters p) {
        boolean missing = value instanceof Undefined;
        boolean replaced = missing || (p.flag(1, "boolean", false) && !PyValue.truth(value));
        return replaced ? p.get(0, "default_value", "") : value;
    }

    private static long absolute(Object value) {
        return Math.absExact(Math.max(Arithmetic.whole(value), Long.MIN_VALUE + 1));
    }

    private static Object attribute(Object value, String name) {
        return value instanceof Map ? new Undefined(name) : Access.attribute(value, name);
    }

    private static Object items(Object value) {
        return switch (value) {
            case Map<?, ?> map -> new Generator(MapMethods.items(map));
            case Undefined u -> new Generator(List.of());
            default -> throw JinjaException.runtime(PyValue.kind(value) + " is no mapping");
        };
    }

    /** Texts of all items with a separator between. */
    static String join(String separator, List<Object> items) {
        StringBuilder text = new StringBuilder();
        List<Object> all = new ArrayList<>(items);
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : separator).append(PyValue.str(all.get(i)));
            if (text.length() > Budget.LONGEST_TEXT) {
                throw JinjaException.limit("it makes a text of more than 16 million characters");
            }
        }
        return text.toString();
    }

    /** One filter. */
    @FunctionalInterface
    interface Filter {
        Object apply(Object value, Parameters arguments);
    }
}
