package dev.latentloom.engine.text.jinja;

/** Something a template can call. */
@FunctionalInterface
interface Function {
    Object call(Parameters parameters);
}
