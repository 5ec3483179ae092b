package dev.latentloom.engine.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attributes, items and slices of values. */
final class Access {
    private Access() {}

    /** {@code target.name}: a method or attribute first, then an item. */
    static Object attribute(Object target, String name) {
        return switch (target) {
            case Undefined u -> throw u.failure();
            case Namespace n -> n.get(name);
            case Map<?, ?> map -> {
                Function method = MapMethods.find(map, name);
                yield method != null ? method : mapItem(map, name);
            }
            case String text -> {
                Function method = TextMethods.find(text, name);
                yield method != null ? method : new Undefined(name);
            }
            case List<?> list -> {
                Function method = ListMethods.find(list, name);
                yield method != null ? method : new Undefined(name);
            }
            default -> new Undefined(name);
        };
    }

    /** {@code target[key]}: an item first, then an attribute. */
    static Object item(Object target, Object key) {
        if (target instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (target instanceof Map<?, ?> map && map.containsKey(key)) {
            return mapItem(map, key);
        }
        if (key instanceof String name) {
            return attribute(target, name);
        }
        if (Arithmetic.number(key) instanceof Long index) {
            return indexed(target, index);
        }
        return new Undefined(PyValue.str(key));
    }

    private static Object mapItem(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null ? new Undefined(PyValue.str(key)) : value;
    }

    private static Object indexed(Object target, long index) {
        if (target instanceof List<?> list) {
            long place = index < 0 ? index + list.size() : index;
            boolean inside = place >= 0 && place < list.size();
            return inside ? list.get((int) place) : new Undefined("item " + index);
        }
        if (target instanceof String text) {
            long length = PyText.length(text);
            long place = index < 0 ? index + length : index;
            if (place < 0 || place >= length) {
                return new Undefined("character " + index);
            }
            int at = text.offsetByCodePoints(0, (int) place);
            return Character.toString(text.codePointAt(at));
        }
        return new Undefined("item " + index);
    }

    /** {@code target[from:to:step]}; none stands for a bound left out. */
    static Object slice(Object target, Object from, Object to, Object step) {
        List<Object> items =
                switch (target) {
                    case String s -> PyText.characters(s);
                    case List<?> l -> new ArrayList<>(l);
                    case Undefined u -> throw u.failure();
                    default ->
                            throw JinjaException.runtime(
                                    PyValue.kind(target) + " cannot be sliced");
                };
        List<Object> chosen = sliced(items, from, to, step);
        if (target instanceof String) {
            StringBuilder text = new StringBuilder();
            chosen.forEach(text::append);
            return text.toString();
        }
        return target instanceof Tuple ? new Tuple(chosen) : chosen;
    }

    private static List<Object> sliced(List<Object> items, Object from, Object to, Object step) {
        long stride = step == None.NONE ? 1 : Arithmetic.whole(step);
        if (stride == 0) {
            throw JinjaException.runtime("the step of a slice cannot be 0");
        }
        long size = items.size();
        boolean forward = stride > 0;
        long lowest = forward ? 0 : -1;
        long highest = forward ? size : size - 1;
        long first = bound(from, size, lowest, highest, forward ? lowest : highest);
        long end = bound(to, size, lowest, highest, forward ? highest : lowest);
        List<Object> chosen = new ArrayList<>();
        for (long i = first; forward ? i < end : i > end; ) {
            chosen.add(items.get((int) i));
            long next = i + stride;
            if (forward != next > i) { // the sum left the range of long
                break;
            }
            i = next;
        }
        return chosen;
    }

    private static long bound(Object given, long size, long lowest, long highest, long preset) {
        if (given == None.NONE) {
            return preset;
        }
        long place = Arithmetic.whole(given);
        return Math.clamp(place < 0 ? place + size : place, lowest, highest);
    }
}
