package dev.latentloom.engine.text.jinja;

import java.util.List;

/** The result of a lazy filter: always true, has no length, and can be read once. */
final class Generator {
    private List<Object> items;

    Generator(List<Object> items) {
        this.items = items;
    }

    /** All items the first time, none afterwards. */
    List<Object> take() {
        List<Object> taken = items;
        items = List.of();
        return taken;
    }
}
