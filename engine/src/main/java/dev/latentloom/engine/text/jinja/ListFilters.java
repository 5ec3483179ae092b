package dev.latentloom.engine.text.jinja;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Filters over the items of a value. */
final class ListFilters {
    private ListFilters() {}

    /** The filter called {@code name}, null when there is none. */
    static Filters.@Nullable Filter find(String name) {
        return switch (name) {
            case "join" -> ListFilters::join;
            case "list" -> (v, p) -> PyValue.items(v);
            case "first" -> (v, p) -> end(PyValue.items(v), true);
            case "last" -> (v, p) -> end(PyValue.items(v), false);
            case "reverse" -> (v, p) -> reverse(v);
            case "sort" -> ListFilters::sort;
            case "unique" -> (v, p) -> new Generator(unique(mapped(v, p, 1)));
            case "min" -> (v, p) -> extreme(PyValue.items(v), 1);
            case "max" -> (v, p) -> extreme(PyValue.items(v), -1);
            case "sum" -> ListFilters::sum;
            case "map" -> ListFilters::map;
            case "select" -> (v, p) -> select(v, p, false, true);
            case "reject" -> (v, p) -> select(v, p, false, false);
            case "selectattr" -> (v, p) -> select(v, p, true, true);
            case "rejectattr" -> (v, p) -> select(v, p, true, false);
            case "dictsort" -> ListFilters::sortedPairs;
            default -> null;
        };
    }

    private static Object join(Object value, Parameters p) {
        List<Object> items = PyValue.items(value);
        Object attribute = p.get(1, "attribute", None.NONE);
        if (attribute != None.NONE) {
            items.replaceAll(item -> path(item, attribute));
        }
        return Filters.join(p.text(0, "d", ""), items);
    }

    private static Object end(List<Object> items, boolean first) {
        if (items.isEmpty()) {
            return new Undefined(first ? "first item" : "last item");
        }
        return first ? items.getFirst() : items.getLast();
    }

    private static Object reverse(Object value) {
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        return new Generator(PyValue.items(value).reversed());
    }

    private static Object sort(Object value, Parameters p) {
        List<Object> items = new ArrayList<>(PyValue.items(value));
        Object attribute = p.get(2, "attribute", None.NONE);
        boolean exact = p.flag(1, "case_sensitive", false);
        Comparator<Object> order =
                (a, b) -> Arithmetic.compare(key(a, attribute, exact), key(b, attribute, exact));
        items.sort(p.flag(0, "reverse", false) ? order.reversed() : order);
        return items;
    }

    private static Object key(Object item, Object attribute, boolean exact) {
        Object key = attribute == None.NONE ? item : path(item, attribute);
        return key instanceof String text && !exact ? Case.lower(text) : key;
    }

    private static Object sortedPairs(Object value, Parameters p) {
        if (!(value instanceof Map<?, ?> map)) {
            throw JinjaException.runtime(PyValue.kind(value) + " is no mapping");
        }
        long place = p.text(1, "by", "key").equals("value") ? 1 : 0;
        boolean exact = p.flag(0, "case_sensitive", false);
        List<Object> pairs = MapMethods.items(map);
        Comparator<Object> order =
                (a, b) -> Arithmetic.compare(key(a, place, exact), key(b, place, exact));
        pairs.sort(p.flag(2, "reverse", false) ? order.reversed() : order);
        return pairs;
    }

    private static List<Object> mapped(Object value, Parameters p, int place) {
        List<Object> items = new ArrayList<>(PyValue.items(value));
        Object attribute = p.get(place, "attribute", None.NONE);
        if (attribute != None.NONE) {
            items.replaceAll(item -> path(item, attribute));
        }
        return items;
    }

    private static List<Object> unique(List<Object> items) {
        if (items.size() > 10_000) { // every item is compared with every other
            throw JinjaException.limit("unique is asked of more than 10000 items");
        }
        List<Object> kept = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (Object item : items) {
            Object key = key(item, None.NONE, false);
            if (keys.stream().noneMatch(seen -> PyValue.equal(seen, key))) {
                keys.add(key);
                kept.add(item);
            }
        }
        return kept;
    }

    private static Object extreme(List<Object> items, int sign) {
        Object best = new Undefined("smallest or largest item");
        for (Object item : items) {
            boolean first = best instanceof Undefined;
            if (first
                    || sign
                                    * Arithmetic.compare(
                                            key(item, None.NONE, false),
                                            key(best, None.NONE, false))
                            < 0) {
                best = item;
            }
        }
        return best;
    }

    private static Object sum(Object value, Parameters p) {
        Arithmetic arithmetic = new Arithmetic(new Budget());
        Object total = p.get(1, "start", 0L);
        for (Object item : mapped(value, p, 0)) {
            total = arithmetic.apply("+", total, item);
        }
        return total;
    }

    /** By attribute with a preset, or by the name of a filter. */
    private static Object map(Object value, Parameters p) {
        List<Object> results = new ArrayList<>();
        Object attribute = p.named().getOrDefault("attribute", None.NONE);
        Object preset = p.named().get("default");
        for (Object item : PyValue.items(value)) {
            if (attribute == None.NONE) {
                String filter = PyValue.str(p.need(0, "filter"));
                results.add(Filters.apply(filter, item, p.from(1)));
            } else {
                Object found = path(item, attribute);
                results.add(found instanceof Undefined && preset != null ? preset : found);
            }
        }
        return new Generator(results);
    }

    private static Object select(Object value, Parameters p, boolean byAttribute, boolean wanted) {
        int testAt = byAttribute ? 1 : 0;
        Object test = p.get(testAt, "test", None.NONE);
        List<Object> kept = new ArrayList<>();
        for (Object item : PyValue.items(value)) {
            Object seen = byAttribute ? path(item, p.need(0, "attribute")) : item;
            boolean found =
                    test == None.NONE
                            ? PyValue.truth(seen)
                            : Tests.test(PyValue.str(test), seen, p.from(testAt + 1));
            if (found == wanted) {
                kept.add(item);
            }
        }
        return new Generator(kept);
    }

    /** {@code a.b.0}: items along a path with dots. */
    private static Object path(Object item, Object attribute) {
        if (!(attribute instanceof String path)) {
            return Access.item(item, attribute);
        }
        Object value = item;
        for (Object part : PyText.split(path, ".", -1)) {
            String name = PyValue.str(part);
            boolean index =
                    !name.isEmpty()
                            && name.length() < 10
                            && name.chars().allMatch(c -> c >= '0' && c <= '9');
            value = Access.item(value, index ? (Object) Long.valueOf(name) : name);
        }
        return value;
    }
}
