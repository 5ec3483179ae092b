package dev.latentloom.engine.text.jinja;

/** Tells the line of a place in a text; places are asked for in ascending order. */
final class LineCounter {
    private final String text;
    private int at;
    private int line = 1;

    LineCounter(String text) {
        this.text = text;
    }

    /** Line of a place, from 1. */
    int at(int place) {
        while (at < place && at < text.length()) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
        return line;
    }
}
