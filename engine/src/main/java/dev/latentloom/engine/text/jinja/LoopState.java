package dev.latentloom.engine.text.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template sees as {@code loop}. */
final class LoopState {
    private final List<Object> items;
    private List<Object> lastChecked = List.of();

    LoopState(List<Object> items) {
        this.items = items;
    }

    /** The values in the round with this index, from 0. */
    Map<String, Object> round(int index) {
        int size = items.size();
        Map<String, Object> loop = new HashMap<>();
        loop.put("index", index + 1L);
        loop.put("index0", (long) index);
        loop.put("revindex", (long) (size - index));
        loop.put("revindex0", size - index - 1L);
        loop.put("first", index == 0);
        loop.put("last", index == size - 1);
        loop.put("length", (long) size);
        loop.put("depth", 1L);
        loop.put("depth0", 0L);
        loop.put("previtem", index == 0 ? new Undefined("previtem") : items.get(index - 1));
        loop.put("nextitem", index == size - 1 ? new Undefined("nextitem") : items.get(index + 1));
        Function cycle = parameters -> cycle(index, parameters);
        loop.put("cycle", cycle);
        Function changed = this::changed;
        loop.put("changed", changed);
        return loop;
    }

    private static Object cycle(int index, Parameters parameters) {
        List<Object> values = parameters.positional();
        if (values.isEmpty()) {
            throw JinjaException.runtime("cycle needs at least one value");
        }
        return values.get(index % values.size());
    }

    private Object changed(Parameters parameters) {
        boolean changed = !PyValue.equal(lastChecked, parameters.positional());
        lastChecked = List.copyOf(parameters.positional());
        return changed;
    }
}
