package dev.latentloom.views.dialog;

/** Asks people; one question at a time. */
public interface Asker {
    void ask(Ask question);

    void place(Place question);
}
