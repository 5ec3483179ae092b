package dev.latentloom.engine.text.jinja;

import java.util.List;
import java.util.Map;

/** The values a function, filter or test is called with. */
record Parameters(List<Object> positional, Map<String, Object> named) {
    static final Parameters NONE = new Parameters(List.of(), Map.of());

    static Parameters of(Object... values) {
        return new Parameters(List.of(values), Map.of());
    }

    boolean has(int index, String name) {
        return index < positional.size() || named.containsKey(name);
    }

    /** The value at a place or under a name, {@code preset} where neither is given. */
    Object get(int index, String name, Object preset) {
        if (index < positional.size()) {
            return positional.get(index);
        }
        return named.getOrDefault(name, preset);
    }

    /** The value at a place or under a name; a failure where neither is given. */
    Object need(int index, String name) {
        if (!has(index, name)) {
            throw JinjaException.runtime("the argument '" + name + "' is missing");
        }
        return get(index, name, None.NONE);
    }

    /** Same as {@link #get} for a text. */
    String text(int index, String name, String preset) {
        return PyValue.str(get(index, name, preset));
    }

    /** Same as {@link #get} for a whole number; none gives the preset. */
    long number(int index, String name, long preset) {
        Object value = get(index, name, preset);
        return value == None.NONE ? preset : Arithmetic.whole(value);
    }

    /** Same as {@link #get} for a truth value. */
    boolean flag(int index, String name, boolean preset) {
        return PyValue.truth(get(index, name, preset));
    }

    /** Everything from a place on, with all names. */
    Parameters from(int index) {
        int start = Math.min(index, positional.size());
        return new Parameters(positional.subList(start, positional.size()), named);
    }
}
