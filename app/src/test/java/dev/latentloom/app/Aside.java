package dev.latentloom.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Acts of a test that no person does in the window: making the window, and taking pictures of it in
 * another theme. What holds the FX thread during one is put down under its name.
 */
record Aside(String name, long from, long to) {
    private static final List<Aside> PAST = new CopyOnWriteArrayList<>();

    static <T> T on(String name, Callable<T> act) throws Exception {
        long from = System.nanoTime();
        T given = OnFx.get(act);
        OnFx.frames(2); // what follows from it is laid out and drawn
        PAST.add(new Aside(name, from, System.nanoTime()));
        return given;
    }

    /** The act that a moment belongs to, empty for none. */
    static String at(long moment) {
        return PAST.stream()
                .filter(aside -> aside.from <= moment && moment <= aside.to)
                .map(Aside::name)
                .findFirst()
                .orElse("");
    }
}
